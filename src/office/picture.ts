/** A rectangle on a slide, in pixels of a slide 1280 px wide. */
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
  /** The id of the slide that a click leads to. */
  readonly to?: string
  /** Whether the link is underlined. */
  readonly underlined?: boolean
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
}

/** A point, in pixels of the slide. */
export type Point = readonly [x: number, y: number]

/** One piece of an outline. */
export type Segment =
  | { readonly to: 'M' | 'L'; readonly at: Point }
  | { readonly to: 'C'; readonly at: Point; readonly by: readonly [Point, Point] }
  | { readonly to: 'Z' }
  /** A whole circle of its own. */
  | { readonly to: 'O'; readonly at: Point; readonly radius: number }

/** An area of one colour. */
export interface Shape {
  readonly box: Box
  readonly fill?: Colour
  readonly line?: { readonly colour: Colour; readonly width: number; readonly dashed: boolean }
  /** Its outline; a rectangle if absent. */
  readonly path?: readonly Segment[]
}

/** Shapes that are one thing to whoever hears them; `label` is absent from mere decoration. */
export interface ShapeItem extends Placed {
  readonly kind: 'shape'
  readonly shapes: readonly Shape[]
  readonly label?: string
}

/** What stands on a slide, in reading order. */
export type Item = TextItem | ShapeItem

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

/** The roles of the theme's colours, in the order of a presentation's colour scheme. */
export const colourRoles = ['text', 'ground', 'quiet', 'structure', 'accent', 'field'] as const

/** A deck as it was measured: what a presentation is made of. */
export interface DeckPicture {
  readonly slides: readonly SlidePicture[]
  readonly colours: Readonly<Record<(typeof colourRoles)[number], Colour>>
}
