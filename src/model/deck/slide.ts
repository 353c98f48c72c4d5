import type { NonEmpty } from '../non-empty.ts'
import type { Source } from './source.ts'
import type { Lines } from './text.ts'

/** The fields of the cover that the speaker fills in; empty strings if not filled in. */
export interface OwnCover {
  readonly place: string
  readonly date: string
  readonly speaker: string
}

/** One claim of the deck. A statement without a source does not compile. */
export interface Statement {
  readonly text: Lines
  readonly source: Source
}

/** The editor's words about the deck itself; they claim nothing about the conference. */
export interface Editorial {
  readonly editorial: Lines
}

interface Stepped {
  /** The number of the key press that a note belongs to, 0 being the slide's first view. */
  readonly step?: number
}

/** Words to be said, as they are said. */
export interface Say extends Stepped {
  readonly say: string
}

/**
 * A reminder for the speaker alone, such as what to stress or what the source does not say: it is
 * shown small, takes no time and is never handed out.
 */
export interface Aside extends Stepped {
  readonly aside: string
}

/** One passage of the notes, in the order of the talk. */
export type Note = Say | Aside

/** The fields of every slide. */
interface Base<Layout extends string> {
  readonly layout: Layout
  /** ASCII. Stays the same when the slide moves, because addresses and links contain it. */
  readonly id: string
  readonly title: Statement | Editorial
  /** Set if the short running order keeps the slide. */
  readonly core?: true
  /** Planned seconds, in a deck without the notes from which they are counted: see `secondsOf`. */
  readonly seconds?: number
  /** All of the planned seconds, where a private version sets them; never in a slide module. */
  readonly planned?: number
  readonly notes: NonEmpty<Note>
  /** What listeners may ask and the source does not say: «Bài không nêu: …». */
  readonly gaps?: readonly string[]
  /** More of them, shown to the speaker only, because the slide has no room. */
  readonly furtherGaps?: readonly string[]
  /** The editor's remark in the slide's foot, beside the sources. */
  readonly remark?: string
  /** The speaker's own note, from a private version; never written in a slide module. */
  readonly ownNote?: string
}

/** The number of a slide in a series, such as «Đột phá 3»; the numbering is the editor's. */
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
  /** The fields that the speaker fills in, from a private version. */
  readonly own?: OwnCover
}

/** A hub and a field of sites; the title contains the number. */
export interface NetworkSlide extends Base<'network'> {
  readonly hub: Statement
  /** The drawing in words, for screen readers. */
  readonly drawing: string
  /**
   * The number of sites in the title. The field shows fewer dots, as an impression rather than a
   * count.
   */
  readonly sites: number
}

/** A person, in the words by which the source introduces them. */
export interface Person {
  readonly name: Statement
  readonly roles: readonly Statement[]
  readonly deed: Statement
}

/** The people whom the source names. */
export interface PeopleSlide extends Base<'people'> {
  readonly people: NonEmpty<Person>
}

/**
 * The agenda of the conference; each item links to the parts of the deck, by name, that report on
 * it.
 */
export interface ProgrammeSlide extends Base<'programme'> {
  readonly items: readonly (Statement & { readonly parts: readonly string[] })[]
}

/** An official title in quotation marks, introduced by what was done with it. */
export interface QuotedSlide extends Base<'quoted'> {
  readonly title: Statement
  readonly act: Statement
}

/** How many things of a figure the source names, and how many it does not. */
export interface Marks {
  readonly named: number
  readonly unnamed: number
}

/** One column: words, figure and noun, read downwards as one phrase. */
export interface Count extends Statement {
  /** The words before the figure. */
  readonly lead?: string
  /** Absent if the source gives no number. */
  readonly figure?: number
  /** Absent without a figure. */
  readonly marks?: Marks
  /** What the source does not say about this column. */
  readonly gap?: string
}

/** Figures side by side; each key press shows one more column. */
export interface CountsSlide extends Base<'counts'> {
  readonly counts: NonEmpty<Count>
}

/** A figure whose units are drawn, so that it can be compared with others. */
export interface Unit extends Count {
  readonly figure: number
  readonly marks: Marks
}

/**
 * Figures one below the other, each with its units in a row, or in two if they are more than eleven;
 * two rows hold 22. Each key press shows one more figure.
 */
export interface UnitsSlide extends Base<'units'> {
  readonly counts: NonEmpty<Unit>
}

/** A claim in two halves, of which the second depends on the first. */
export interface HalvesSlide extends Base<'halves'>, Ordered {
  readonly left: NonEmpty<Statement>
  readonly right: NonEmpty<Statement>
}

/** A title and unnumbered rows under bars. */
export interface PointsSlide extends Base<'points'>, Ordered {
  readonly lead?: Statement
  readonly rows: NonEmpty<Statement>
}

/** One official sentence that fills the slide. */
export interface SentenceSlide extends Base<'sentence'>, Ordered {
  readonly title: Statement
}

/** Rows that have a label each: who, whom, what. */
export interface LabelledSlide extends Base<'labelled'> {
  readonly rows: readonly ({ readonly label: string } & (Statement | Editorial))[]
}

/** Numbered topics; each key press shows one more. `from` is the number of the first. */
export interface TopicsSlide extends Base<'topics'> {
  readonly from: number
  readonly topics: NonEmpty<Statement>
}

/** Opens a series: its number, which is the title, and the titles of its slides. */
export interface OpenerSlide extends Base<'opener'> {
  readonly title: Statement
  readonly items: NonEmpty<Statement>
}

/** One row of a recap: statements side by side, or an official title in quotation marks. */
export type RecapRow = { readonly label: string } & (
  | { readonly items: NonEmpty<Statement | Count> }
  | { readonly quoted: Statement }
)

/** What other slides have said, once more before the end. */
export interface RecapSlide extends Base<'recap'> {
  readonly rows: NonEmpty<RecapRow>
}

/** The last slide, which stays on the screen while questions are asked: it names the source, too. */
export interface EndingSlide extends Base<'ending'> {
  /** The invitation to ask. */
  readonly title: Editorial
  /** The words before it, which end the talk. */
  readonly close: Editorial
  readonly rows: LabelledSlide['rows']
}

/** What the source does not say, collected from the other slides. */
export interface GapsSlide extends Base<'gaps'> {
  readonly of: readonly { readonly label: string; readonly gaps: readonly string[] }[]
}

/** A slide that the speaker has added in a private version; it cites no source. */
export interface LocalSlide extends Omit<Base<'local'>, 'notes'> {
  readonly title: Editorial
  readonly points: readonly string[]
  /** As the speaker has planned it. */
  readonly seconds: number
  readonly notes: readonly Note[]
}

/** Any slide, told apart by `layout`. Code that misses a layout in its switch does not compile. */
export type Slide =
  | CoverSlide
  | NetworkSlide
  | PeopleSlide
  | ProgrammeSlide
  | QuotedSlide
  | CountsSlide
  | UnitsSlide
  | HalvesSlide
  | PointsSlide
  | SentenceSlide
  | LabelledSlide
  | TopicsSlide
  | OpenerSlide
  | RecapSlide
  | EndingSlide
  | GapsSlide
  | LocalSlide

type Nth<Kind extends string, N extends number> = (HalvesSlide | PointsSlide | SentenceSlide) & {
  readonly order: Order<Kind, N>
  readonly title: Statement
}

/** The length of a tuple plus one. */
type Next<Before extends readonly unknown[]> = [...Before, unknown]['length'] & number

/** A tuple of exactly `Count` slides of a kind, numbered from 1: `Series<'Đột phá', 5>`. */
export type Series<
  Kind extends string,
  Count extends number,
  Before extends readonly unknown[] = [],
> = Before['length'] extends Count
  ? Readonly<Before>
  : Series<Kind, Count, [...Before, Nth<Kind, Next<Before>>]>
