import { attribute, type Part, type Xml, xml } from '../package/xml.ts'
import type { Box, Colour, Paragraph, Run, TextItem } from '../picture.ts'

/** English Metric Units of a length in pixels of a slide 1280 px wide. */
export const emu = (pixels: number): number => Math.round(pixels * 9525)

/** Hundredths of a point of a length in pixels. */
const points = (pixels: number): number => Math.round(pixels * 75)

/**
 * A line as a share of its font's size: how high it is, and how far its baseline is below its top.
 * Halfway between programs that go by the font (1.149 and 0.891) and those that count every line
 * 1.2 high, the baseline at 1.
 */
const line = { height: 1.175, ascent: 0.945 } as const

/** The same below the baseline, where the programs agree. */
const descent = 0.22

/** From which size a single line stands on the lower edge of its box, in pixels. */
const giant = 100

/** The least height of a line, as a share of a usual one, at which its letters are not cut. */
const least = 0.6

/** What a text needs to know of the file that it stands in. */
export interface Setting {
  /** Names a measured colour by the file's colour scheme. */
  readonly colour: (colour: Colour) => Xml
  /** The colour of usual text. */
  readonly ink: Colour
  /** The relationship that leads to a slide; undefined if the slide is not in the file. */
  readonly jump: (slide: string) => string | undefined
}

/** The look of letters, as an element of this name with these attributes more. */
export function lettersXml(
  name: 'a:rPr' | 'a:defRPr',
  { size, bold, serif, colour }: Omit<Run, 'text'>,
  setting: Setting,
  more?: Part,
): Xml {
  const element = { xml: name }
  // The theme's font for titles, or for text.
  const font = serif ? '+mj' : '+mn'
  return xml`
    <${element}${more} sz="${points(size)}" b="${bold ? 1 : 0}">
      <a:solidFill>${setting.colour(colour)}</a:solidFill>
      <a:latin typeface="${font}-lt"/><a:ea typeface="${font}-ea"/><a:cs typeface="${font}-cs"/>
    </${element}>`
}

/** The id of every page number; the same one, as in PowerPoint's own templates. */
export const fieldId = '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}'

function runXml(run: Run, setting: Setting, isNumber: boolean): Xml {
  const look = lettersXml('a:rPr', run, setting, xml` lang="vi-VN" dirty="0"`)
  const content = xml`${look}<a:t>${run.text}</a:t>`
  return isNumber
    ? xml`<a:fld id="${fieldId}" type="slidenum">${content}</a:fld>`
    : xml`<a:r>${content}</a:r>`
}

const sizeOf = ({ lines }: Paragraph): number => Math.max(...lines.flat().map(({ size }) => size))

/** The height of a paragraph's lines, as a share of that of a usual line. */
const spacingOf = (paragraph: Paragraph): number =>
  paragraph.lines.length > 1 ? paragraph.pitch / (line.height * sizeOf(paragraph)) : 1

/** How far the first baseline lies below the top of a paragraph. */
const ascentOf = (paragraph: Paragraph): number =>
  (line.ascent + (spacingOf(paragraph) - 1) * line.height) * sizeOf(paragraph)

/** How a paragraph is set below another: the space between, and the height of its lines. */
function below(above: Paragraph | undefined, paragraph: Paragraph) {
  const space = above
    ? paragraph.first - above.last - descent * sizeOf(above) - ascentOf(paragraph)
    : 0
  const lack = Math.min(0, space) / (line.height * sizeOf(paragraph))
  return { space: Math.max(0, space), spacing: spacingOf(paragraph) + lack, lack }
}

/**
 * Parts a text where its lines stand closer than one box can hold them, such as beside a giant
 * figure. The first piece keeps the role.
 */
export function fitting(item: TextItem): readonly TextItem[] {
  const pieces: Paragraph[][] = []
  for (const paragraph of item.paragraphs) {
    const { spacing, lack } = below(pieces.at(-1)?.at(-1), paragraph)
    const fits = paragraph.lines.length > 1 ? lack > -0.02 : spacing >= least
    if (fits && pieces.length > 0) pieces.at(-1)?.push(paragraph)
    else pieces.push([paragraph])
  }
  return pieces.map((paragraphs, at) => ({
    ...item,
    paragraphs,
    role: at > 0 && item.role === 'title' ? 'body' : item.role,
  }))
}

/** Whether a text is one giant line. */
export const isGiant = ({ paragraphs: [first, ...more] }: TextItem): boolean =>
  first !== undefined && more.length === 0 && first.lines.length === 1 && sizeOf(first) >= giant

/** The paragraphs of a text; `isNumber` makes its words a page number. */
export const paragraphsXml = (
  { paragraphs, box }: TextItem,
  setting: Setting,
  isNumber = false,
): readonly Xml[] =>
  paragraphs.map((paragraph, at) => {
    const { space, spacing } = below(paragraphs[at - 1], paragraph)
    const hang = emu(paragraph.hang)
    const margin = paragraph.align === 'l' ? hang + emu(Math.max(0, paragraph.left - box.x)) : 0
    const size = attribute('sz', points(sizeOf(paragraph)))
    return xml`
      <a:p>
        <a:pPr marL="${margin}" indent="${-hang}" algn="${paragraph.align}">
          <a:lnSpc><a:spcPct val="${Math.round(spacing * 100_000)}"/></a:lnSpc>
          <a:spcBef><a:spcPts val="${points(space)}"/></a:spcBef>
          <a:buNone/>
        </a:pPr>
        ${paragraph.lines.map((runs, index) => [
          index > 0 && xml`<a:br><a:rPr lang="vi-VN"${size}/></a:br>`,
          runs.map((run, place) => {
            // The space stays where somebody takes the break out.
            const ends = index < paragraph.lines.length - 1 && place === runs.length - 1
            return runXml(ends ? { ...run, text: `${run.text} ` } : run, setting, isNumber)
          }),
        ])}
      </a:p>`
  })

/** The box of a text, such that its first baseline lies where it was measured. */
export function textBox(item: TextItem): Box {
  const { box, paragraphs } = item
  const [first] = paragraphs
  const last = paragraphs.at(-1)
  if (!first || !last) return box
  const size = sizeOf(first)
  // A giant line may be higher than the slide: it stands on its foot.
  const y = isGiant(item) ? Math.max(0, first.first - size) : first.first - ascentOf(first)
  const end = last.last + descent * sizeOf(last)
  const bottom = isGiant(item) ? end : Math.max(box.y + box.h, end)
  return { ...box, y, h: bottom - y }
}
