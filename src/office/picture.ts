/** The width of a slide, in pixels. */
export const slideWidth = 1280

/** A rectangle on a slide, in its pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** A colour as six hexadecimal digits, and its opacity if it is not opaque. */
export interface Colour {
  readonly hex: string
  readonly alpha?: number
}

/** Letters of one look. */
export interface Run {
  readonly text: string
  /** In pixels. */
  readonly size: number
  readonly serif: boolean
  readonly bold: boolean
  readonly colour: Colour
}

/** A paragraph: lines that are broken by hand, each with its runs. */
export interface Paragraph {
  readonly lines: readonly (readonly Run[])[]
  /** From one baseline to the next, in pixels. */
  readonly pitch: number
  /** The first and the last baseline, in pixels of the slide. */
  readonly first: number
  readonly last: number
  /** Where its lines start, in pixels of the slide. */
  readonly left: number
  /** How far the first line starts left of the others, such as a hanging quotation mark. */
  readonly hang: number
  readonly align: 'l' | 'ctr' | 'r'
}

/** What a text is on its slide; it settles which placeholder it becomes. */
export type Role = 'title' | 'body' | 'label' | 'foot' | 'folio'

interface Placed {
  readonly box: Box
  /** The number of the key press with which it appears; 0 for what is there from the start. */
  readonly step: number
}

/** A text that can be edited. */
export interface TextItem extends Placed {
  readonly kind: 'text'
  readonly role: Role
  readonly paragraphs: readonly Paragraph[]
  /** The id of the slide that a click leads to. */
  readonly to?: string
}

/** Rectangles, or ellipses, of one look; a line has no width or no height. */
export interface Shape {
  readonly boxes: readonly Box[]
  readonly round?: boolean | undefined
  readonly fill?: Colour
  readonly line?: { readonly colour: Colour; readonly width: number; readonly dashed: boolean }
}

/** Shapes that are one thing to whoever hears them; `label` is absent from mere decoration. */
export interface ShapeItem extends Placed {
  readonly kind: 'shape'
  readonly role: Role
  readonly shapes: readonly Shape[]
  readonly label?: string
}

/** What stands on a slide, in reading order. */
export type Item = TextItem | ShapeItem

/**
 * Runs with neighbours of one look joined, and without spaces before the first and behind the last; in
 * NFC, and none empty.
 */
export function tidied<Letters extends { readonly text: string }>(
  runs: readonly Letters[],
): readonly Letters[] {
  const lookOf = (run: Letters) => JSON.stringify({ ...run, text: '' })
  const joined: Letters[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && lookOf(last) === lookOf(run)) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    } else joined.push(run)
  }
  return joined
    .map((run, at) => {
      const begun = at === 0 ? run.text.trimStart() : run.text
      const text = at === joined.length - 1 ? begun.trimEnd() : begun
      return { ...run, text: text.normalize('NFC') }
    })
    .filter(({ text }) => text !== '')
}

/** The least box around some boxes. */
export function boxAround(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const w = Math.max(...boxes.map((box) => box.x + box.w)) - x
  const h = Math.max(...boxes.map((box) => box.y + box.h)) - y
  return { x, y, w, h }
}

/** A paragraph of the notes: its words, and the label before them, such as «Nguồn». */
export interface NoteLine {
  readonly label?: string
  readonly text: string
}

/** A slide as it was measured. */
export interface SlidePicture {
  readonly id: string
  readonly layout: string
  readonly title: string
  /** The name of its part; empty before the first and after the last. */
  readonly part: string
  readonly hidden: boolean
  readonly ground: Colour
  readonly items: readonly Item[]
  readonly notes: readonly NoteLine[]
}

/** The roles of the theme's colours. */
export const colourRoles = ['text', 'ground', 'quiet', 'structure', 'accent', 'field'] as const

export type Palette = Readonly<Record<(typeof colourRoles)[number], Colour>>

/** A deck as it was measured: what a presentation is made of. */
export interface DeckPicture {
  readonly slides: readonly SlidePicture[]
  readonly colours: Palette
  /** The accent of the other scheme: dark if `colours` are those of the light one. */
  readonly otherAccent: Colour
}
