/// <reference path="./markdown.d.ts" />
import { hostedLinks, type Links } from '../links.ts'
import { CommandButton } from '../parts/buttons.tsx'
// Markdown: whoever has only the repository reads it there.
import text from './guide.md?raw'

/** The words of one block, its **bold** and `file names` marked. */
const Marked = ({ words }: { words: string }) =>
  words
    .split(/(\*\*[^*]+\*\*|`[^`]+`)/)
    .map((piece) => (/^\*\*/.test(piece) ? <b>{piece.slice(2, -2)}</b> : mono(piece)))

const mono = (piece: string) => (/^`/.test(piece) ? <code>{piece.slice(1, -1)}</code> : piece)

/** The lines of one block in one, as Markdown reads them; a key stays beside the word «phím». */
const joined = (lines: string): string =>
  lines
    .replace(/\s*\n\s*/g, ' ')
    .replace(/phím \*\*/g, 'phím\u00a0**')
    .trim()

/** One block of the guide: a heading, a list or a paragraph; it has no other. */
function Block({ lines }: { lines: string }) {
  if (lines.startsWith('# ')) return <h1>{lines.slice(2)}</h1>
  if (lines.startsWith('## ')) return <h2>{lines.slice(3)}</h2>
  if (!lines.startsWith('- ')) {
    return (
      <p>
        <Marked words={joined(lines)} />
      </p>
    )
  }
  return (
    <ul>
      {lines
        .slice(2)
        .split('\n- ')
        .map((item) => (
          <li>
            <Marked words={joined(item)} />
          </li>
        ))}
    </ul>
  )
}

/** How a speaker uses the deck, from the day before to the last question: what the README leads to. */
export const GuideDocument = ({ links = hostedLinks }: { links?: Links }) => (
  <>
    <header class="page-header">
      <p class="name">Hướng dẫn</p>
      <nav aria-label="Hướng dẫn" hidden>
        <button type="button" data-print="">
          In hướng dẫn
        </button>
        <CommandButton command="scheme" />
      </nav>
      <p>
        <a href={links.deck}>Quay lại bộ trang chiếu</a>
      </p>
    </header>
    <main class="guide">
      {text
        .trim()
        .split(/\n{2,}/)
        .map((lines) => (
          <Block lines={lines} />
        ))}
    </main>
  </>
)
