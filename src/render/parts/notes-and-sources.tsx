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
): readonly { readonly at: string; readonly texts: string[] }[] {
  const groups = new Map<string, string[]>()
  for (const statement of statementsOf(slide)) {
    const at = paragraphsOf([statement.source])
    groups.set(at, [...(groups.get(at) ?? []), phraseOf(statement)])
  }
  return [...groups].map(([at, texts]) => ({ at, texts }))
}

/**
 * What the speaker needs for a question: what the source does not say, and where it says the rest.
 */
export const SourcesAndGaps = ({ slide }: { slide: Slide }) => (
  <>
    {silencesOf(slide).length > 0 && (
      <>
        <p class="label">Bài không nêu</p>
        <GapList gaps={silencesOf(slide)} />
      </>
    )}
    {claimsByParagraph(slide).length > 0 && (
      <div class="claims">
        <p class="label">Nguồn</p>
        <dl>
          {claimsByParagraph(slide).map(({ at, texts }) => (
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
