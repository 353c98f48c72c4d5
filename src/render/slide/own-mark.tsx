import type { OwnCover } from '../../model/deck/slide.ts'
import { coverLine } from '../../model/version/version.ts'
import { Pieces } from './text.tsx'

/** Marks what the speaker added, because it is not in the source. */
export const OwnMark = () => <p class="own-mark">Phần của báo cáo viên</p>

/** The speaker's own note to a slide, marked as theirs. */
export const OwnNote = ({ text }: { text: string }) => (
  <div class="own-note">
    <OwnMark />
    <p class="own-text">{text}</p>
  </div>
)

/** What the speaker entered for the cover, marked as theirs. */
export const OwnCoverLine = ({ cover }: { cover: OwnCover }) => (
  <div class="own-cover">
    <OwnMark />
    <p class="own-text">
      {/* No line begins with a dot. */}
      <Pieces of={coverLine(cover).split(/(\S+ ·)/)} />
    </p>
  </div>
)
