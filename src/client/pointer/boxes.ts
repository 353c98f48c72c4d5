/** The edges of a part of the window, in px. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

let measuring: CanvasRenderingContext2D | null | undefined

/**
 * How far from the upper and the lower edge of its line a text has ink, as shares of the line's height:
 * a line is as high as the tallest letters of its font, which a large figure is not.
 */
function blankOf(text: string, element: Element): readonly [above: number, below: number] {
  measuring ??= document.createElement('canvas').getContext('2d')
  if (!measuring) return [0, 0]
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
  measuring.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  const ink = measuring.measureText(text)
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = ink
  const line = above + below
  // Older engines do not know the font's own measures.
  if (!(line > 0)) return [0, 0]
  return [
    (above - ink.actualBoundingBoxAscent) / line,
    (below - ink.actualBoundingBoxDescent) / line,
  ]
}

/** The box around the ink of a text in one element, or around a drawing; undefined if it is not laid out. */
export function inkOf(range: Range): Box | undefined {
  const { left, top, right, bottom, width, height } = range.getBoundingClientRect()
  if (!(width > 0 && height > 0)) return
  const { startContainer } = range
  const parent = startContainer.parentElement
  if (!(startContainer instanceof Text) || !parent) return { left, top, right, bottom }
  const line = range.getClientRects()[0]?.height ?? height
  const [above, below] = blankOf(String(range), parent)
  return { left, top: top + above * line, right, bottom: bottom - below * line }
}
