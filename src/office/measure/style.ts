import type { Colour } from '../picture.ts'

/** The computed style of an element, in the window that it stands in. */
export const styleOf = (element: Element, pseudo?: string): CSSStyleDeclaration =>
  (element.ownerDocument.defaultView ?? globalThis).getComputedStyle(element, pseudo)

/** Reads a computed colour: `rgb(…)`, `rgba(…)` or `color(srgb …)`. */
export function colourOf(css: string): Colour {
  const numbers = (css.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
  const scale = css.startsWith('color(') ? 255 : 1
  const hex = [0, 1, 2]
    .map((at) => Math.round(Math.min(Math.max((numbers[at] ?? 0) * scale, 0), 255)))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
  const alpha = numbers[3] ?? 1
  return alpha < 1 ? { hex, alpha } : { hex }
}

/** Whether something of this computed colour can be seen. */
export const isSeen = (css: string): boolean => css !== 'none' && colourOf(css).alpha !== 0

/** A length in pixels; 0 for a keyword. */
export const pixels = (css: string): number => Number.parseFloat(css) || 0

/** Whether a list of font families ends with the generic family of serifs. */
export const isSerif = (families: string): boolean => /(^|,)\s*serif\s*$/.test(families)

/** The greatest weight that is not set bold. */
const regular = 550

export const isBold = (weight: string): boolean => Number(weight) > regular

const baselines = new Map<string, number>()

/** How far the baseline is below the top of a line's content area, as a share of the font's size. */
export function baselineShare(
  { fontWeight, fontFamily }: CSSStyleDeclaration,
  of: Element,
): number {
  const font = `${fontWeight} 100px ${fontFamily}`
  const known = baselines.get(font)
  if (known !== undefined) return known
  // One of the same document, which has the fonts.
  const canvas = of.ownerDocument.createElement('canvas').getContext('2d')
  if (!canvas) throw new Error('This browser has no canvas to measure a font with.')
  canvas.font = font
  const share = canvas.measureText('x').fontBoundingBoxAscent / 100
  baselines.set(font, share)
  return share
}
