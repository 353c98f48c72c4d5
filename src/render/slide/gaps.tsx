import { Prose } from './text.tsx'

/** Things that the source does not name; the theme sets a ring before each. */
export const GapList = ({ gaps }: { gaps: readonly string[] }) => (
  <ul class="gap-list">
    {gaps.map((name) => (
      <li>
        <Prose text={name} />
      </li>
    ))}
  </ul>
)

/** «Bài báo không nêu»: a bar, then a ring for each missing thing, at the slide's lower edge. */
export const GapStrip = ({ gaps }: { gaps: readonly string[] }) => (
  <div class="gap-strip">
    <p>
      <strong>Bài báo không nêu</strong>
    </p>
    <GapList gaps={gaps} />
  </div>
)
