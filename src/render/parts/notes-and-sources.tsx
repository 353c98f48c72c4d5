import { type ComponentProps, createContext } from 'preact'
import { phraseOf, silencesOf, statementsOf } from '../../model/deck/deck.ts'
import { noteText } from '../../model/deck/notes.ts'
import type { Slide } from '../../model/deck/slide.ts'
import { paragraphsOf } from '../../model/deck/source.ts'
import { GapList } from '../slide/gaps.tsx'
import { OwnNote } from '../slide/own-mark.tsx'
import { Prose } from '../slide/text.tsx'

/** The claims of a slide, grouped by the paragraphs that support them. */
function claimsByParagraph(
  slide: Slide,
): readonly { readonly at: string; readonly texts: readonly string[] }[] {
  const groups = new Map<string, string[]>()
  for (const statement of statementsOf(slide)) {
    const at = paragraphsOf([statement.source])
    const texts = groups.get(at) ?? []
    texts.push(phraseOf(statement))
    groups.set(at, texts)
  }
  return [...groups].map(([at, texts]) => ({ at, texts }))
}

/**
 * What the speaker needs for a question: what the source does not say, and where it says the rest.
 */
export function SourcesAndGaps({ slide }: { slide: Slide }) {
  const gaps = silencesOf(slide)
  const claims = claimsByParagraph(slide)
  return (
    <>
      {gaps.length > 0 && (
        <>
          <p class="label">Bài không nêu</p>
          <GapList gaps={gaps} />
        </>
      )}
      {claims.length > 0 && (
        <div class="claims">
          <p class="label">Nguồn</p>
          <dl>
            {claims.map(({ at, texts }) => (
              <div>
                <dt>{at}</dt>
                {texts.map((text) => (
                  <dd>
                    <Prose text={text} />
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </div>
      )}
    </>
  )
}

/** The HTML of a slide's sources and gaps where it was rendered before; undefined elsewhere. */
export const RenderedSources = createContext<(slide: Slide) => string | undefined>(() => undefined)

/** An element with the sources and gaps of a slide: the same markup in every document. */
export const SourcesOf = ({ slide, ...attributes }: { slide: Slide } & ComponentProps<'div'>) => (
  <RenderedSources.Consumer>
    {(htmlOf) => {
      const __html = htmlOf(slide)
      return __html === undefined ? (
        <div {...attributes}>
          <SourcesAndGaps slide={slide} />
        </div>
      ) : (
        <div {...attributes} dangerouslySetInnerHTML={{ __html }} />
      )
    }}
  </RenderedSources.Consumer>
)

interface NotesProps {
  readonly slide: Slide
  /** The words that lead on, if the slide is shown: see `leadOn`. */
  readonly next?: string | undefined
}

/**
 * The notes of a slide; a passage may belong to a step. Then the speaker's own note, and what leads
 * on to the next slide.
 */
export const Notes = ({ slide: { notes, ownNote }, next }: NotesProps) => (
  <>
    {notes.map((note) => (
      <p class={'aside' in note ? 'aside' : undefined} data-step={note.step}>
        <Prose text={noteText(note)} />
      </p>
    ))}
    {ownNote && <OwnNote text={ownNote} />}
    {next && (
      <p class="lead-on">
        <Prose text={next} />
      </p>
    )}
  </>
)
