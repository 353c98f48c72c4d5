import type { Lines, Span } from '../../model/deck/text.ts'
import { spansOf } from '../../model/deck/text.ts'

/** A figure in the serif; its first digit tells the theme how far to pull it to the grid line. */
export const Numeral = ({ value }: { value: string }) => (
  <span class="numeral" data-digit={value[0]}>
    {value}
  </span>
)

/** Words that no narrow column may part, as patterns, the longer before the shorter. */
const compounds = [
  'Phó Trưởng ban',
  'Ban Tuyên giáo',
  'Hội nghị Trung ương \\d+',
  'Trung ương',
  'tỉnh ủy',
  'thành ủy',
  'đảng ủy',
  'Thành ủy',
  'cấp ủy',
  'cán bộ',
  'quyền lực',
  'Nhân dân',
  'Hà Nội',
  'Hồ Chí Minh',
  'Chỉ thị \\d+-[A-Z/]+',
  'Quý [IVX]+/\\d+',
]

/** A compound, or a number and its noun. */
const bound = new RegExp(`(${compounds.join('|')}|(?:(?:gần|hơn|trên) )?\\d[\\d/]* \\p{L}+)`, 'u')

/** Plain text whose compounds no line end parts. */
export const Words = ({ text }: { text: string }) =>
  text
    .split(bound)
    .map((piece, index) => (index % 2 === 1 ? <span class="nb">{piece}</span> : piece))

/** The spans of all lines; two texts that meet are one, which a browser sets in one go. */
function spansIn(lines: Lines): readonly Span[] {
  const spans: Span[] = []
  lines.forEach((line, index) => {
    for (const span of index > 0 ? [' \n', ...spansOf(line)] : spansOf(line)) {
      const last = spans.at(-1)
      if (typeof last === 'string' && typeof span === 'string') spans.splice(-1, 1, last + span)
      else spans.push(span)
    }
  })
  return spans
}

/**
 * Hand-set lines, broken by the newline itself, which the theme keeps on a slide and folds on a
 * phone. The space before it stays in copied text and in the bookmarks of a PDF.
 */
export const Text = ({ lines }: { lines: Lines }) =>
  spansIn(lines).map((span) => {
    if (typeof span === 'string') return <Words text={span} />
    if ('figure' in span) return <Numeral value={span.figure} />
    return (
      <b>
        <Words text={span.stress} />
      </b>
    )
  })
