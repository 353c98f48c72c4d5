import type { NonEmpty } from '../non-empty.ts'
import type { Source } from './source.ts'
import type { Lines } from './text.ts'

/** What the speaker fills in on the cover; empty where nothing was. */
export interface OwnCover {
  readonly place: string
  readonly date: string
  readonly speaker: string
}

/** One claim the deck makes. A statement without a source does not compile. */
export interface Statement {
  readonly text: Lines
  readonly source: Source
}

/** Words of the editor about the deck itself; they claim nothing about the conference. */
export interface Editorial {
  readonly editorial: Lines
}

/** One passage of the talk; `step` names the key press it belongs to, 0 being the slide's first view. */
export interface Note {
  readonly text: string
  readonly step?: number
}

/** What every slide has. */
interface Base<Layout extends string> {
  readonly layout: Layout
  /** ASCII, kept when the slide moves: addresses and links hold it. */
  readonly id: string
  readonly title: Statement | Editorial
  /** Planned speaking time, in minutes. */
  readonly minutes: number
  /** The same in the short running order, which leaves out the slides that have none. */
  readonly brief?: number
  readonly notes: NonEmpty<Note>
  /** What a listener would ask and the source does not say: «Bài không nêu: …». */
  readonly gaps?: readonly string[]
  /** The same, for the speaker alone: the slide has no room for it. */
  readonly furtherGaps?: readonly string[]
  /** An editor's remark in the foot, beside the sources. */
  readonly remark?: string
  /** The speaker's own note, from their version of the deck; never written in a slide module. */
  readonly ownNote?: string
}

/** The place of a slide in a numbered series; the numbering is the editor's. */
export interface Order<Kind extends string = string, N extends number = number> {
  readonly kind: Kind
  readonly number: N
}

interface Ordered {
  readonly order?: Order
}

/** Title page: title, the focus of the conference, its facts. */
export interface CoverSlide extends Base<'cover'> {
  readonly focus: Statement
  readonly facts: readonly Statement[]
  /** Filled in by the speaker, in their version of the deck. */
  readonly own?: OwnCover
}

/** One hub and a field of sites; the title carries the figure. */
export interface NetworkSlide extends Base<'network'> {
  readonly hub: Statement
  /** How many sites the title speaks of: the field has fewer dots, which are not counted. */
  readonly sites: number
}

/** A person, as the source introduces them. */
export interface Person {
  readonly name: Statement
  readonly roles: readonly Statement[]
  readonly deed: Statement
}

/** The people the source names. */
export interface PeopleSlide extends Base<'people'> {
  readonly people: NonEmpty<Person>
}

/** The order of business; each item leads to the parts of the deck that report it, by name. */
export interface ProgrammeSlide extends Base<'programme'> {
  readonly items: readonly (Statement & { readonly parts: readonly string[] })[]
}

/** An official title between quotation marks, led in by what was done with it. */
export interface QuotedSlide extends Base<'quoted'> {
  readonly title: Statement
  readonly act: Statement
}

/** One column of counts: verb, figure and noun read down as one phrase. */
export interface Count extends Statement {
  /** The words before the figure. */
  readonly lead?: string
  /** Absent where the source gives no number. */
  readonly figure?: number
  readonly marks: { readonly told: number; readonly untold: number }
  /** What the source leaves out of this column. */
  readonly gap?: string
}

/** Figures side by side, one column a key press. */
export interface CountsSlide extends Base<'counts'> {
  readonly counts: NonEmpty<Count>
}

/** A claim in two halves, the second hanging on the first. */
export interface HalvesSlide extends Base<'halves'>, Ordered {
  readonly left: NonEmpty<Statement>
  readonly right: NonEmpty<Statement>
}

/** A title and rows under bars, not counted. */
export interface PointsSlide extends Base<'points'>, Ordered {
  readonly lead?: Statement
  readonly rows: NonEmpty<Statement>
}

/** One official sentence that fills the page. */
export interface SentenceSlide extends Base<'sentence'>, Ordered {
  readonly title: Statement
}

/** Rows with a label each: who, whom, what. */
export interface LabelledSlide extends Base<'labelled'> {
  readonly rows: readonly ({ readonly label: string } & (Statement | Editorial))[]
}

/** Numbered topics, one a key press; `from` is the first number. */
export interface TopicsSlide extends Base<'topics'> {
  readonly from: number
  readonly topics: NonEmpty<Statement>
}

/** What the source leaves out, gathered from other slides. */
export interface GapsSlide extends Base<'gaps'> {
  readonly of: readonly { readonly label: string; readonly gaps: readonly string[] }[]
}

/** A slide of the speaker's own, from their version of the deck: it claims nothing of a source. */
export interface LocalSlide extends Omit<Base<'local'>, 'notes'> {
  readonly title: Editorial
  readonly points: readonly string[]
  readonly notes: readonly Note[]
}

/** A slide is chosen by its layout; one that nobody renders does not compile. */
export type Slide =
  | CoverSlide
  | NetworkSlide
  | PeopleSlide
  | ProgrammeSlide
  | QuotedSlide
  | CountsSlide
  | HalvesSlide
  | PointsSlide
  | SentenceSlide
  | LabelledSlide
  | TopicsSlide
  | GapsSlide
  | LocalSlide

type Nth<Kind extends string, N extends number> = (HalvesSlide | PointsSlide | SentenceSlide) & {
  readonly order: Order<Kind, N>
}

/** One more than there are of these: the number that comes next. */
type Next<Before extends readonly unknown[]> = [...Before, unknown]['length'] & number

/** Exactly so many slides of a kind, numbered from 1 in order: `Series<'Đột phá', 5>`. */
export type Series<
  Kind extends string,
  Count extends number,
  Before extends readonly unknown[] = [],
> = Before['length'] extends Count
  ? Readonly<Before>
  : Series<Kind, Count, [...Before, Nth<Kind, Next<Before>>]>
