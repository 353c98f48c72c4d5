import { Rings } from './dot-path.tsx'
import { Prose } from './text.tsx'

/** A thing that the source does not name: a ring and the name. */
const Gap = ({ name }: { name: string }) => (
  <li>
    <svg class="ring" viewBox="0 0 6 6" aria-hidden="true">
      <Rings size={6} line={1} at={[[3, 3]]} />
    </svg>
    <Prose text={name} />
  </li>
)

export const GapList = ({ gaps }: { gaps: readonly string[] }) => (
  <ul class="gap-list">
    {gaps.map((name) => (
      <Gap name={name} />
    ))}
  </ul>
)

/** «Bài không nêu»: a bar, then a ring for each missing thing, at the slide's lower edge. */
export const GapStrip = ({ gaps }: { gaps: readonly string[] }) => (
  <div class="gap-strip">
    <p>
      <strong>Bài không nêu</strong>
    </p>
    <GapList gaps={gaps} />
  </div>
)
