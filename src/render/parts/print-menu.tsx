import type { Links } from '../links.ts'
import { Dialog } from './dialogs/dialog.tsx'

/** The numbers of slides to choose from for a sheet of A4. */
const counts = [1, 2, 4, 6]

interface Props {
  readonly links: Links
  /** The page that has this menu: it prints itself and links to the others. */
  readonly here: 'deck' | 'review' | 'outline'
}

interface WayProps {
  readonly href: string
  /** Whether this is the page that prints. */
  readonly here: boolean
  /** The label of the button. */
  readonly print: string
  /** The label of the link. */
  readonly open: string
}

/** A button that prints this page, or a link to the page that prints. */
const Way = ({ href, here, print, open }: WayProps) => (
  <p>
    {here ? (
      <button type="button" data-print="">
        {print}
      </button>
    ) : (
      <a href={href}>{open}</a>
    )}
  </p>
)

/** The Office files of what the page shows, made in the browser once its version is known. */
const OfficeButtons = () => (
  <fieldset class="office" hidden>
    <legend>Tải bản đang xem về để sửa</legend>
    <button type="button" data-do="office" data-file="speaker">
      PowerPoint kèm ghi chú
    </button>
    <button type="button" data-do="office" data-file="slides">
      PowerPoint không ghi chú
    </button>
    <button type="button" data-do="office" data-file="outline">
      Đề cương Word
    </button>
  </fieldset>
)

/** Everything to print and to download. A script shows the downloads that exist. */
export const PrintMenu = ({ links, here }: Props) => (
  <Dialog id="printing" title="In / Tải về">
    {here === 'outline' ? (
      <p>
        <a href={links.deck}>Mở bộ trang chiếu để in</a>
      </p>
    ) : (
      <fieldset>
        <legend>In trang chiếu: số trang chiếu trên một tờ A4</legend>
        {counts.map((count) => (
          <button type="button" data-print={count}>
            {count} trang
          </button>
        ))}
      </fieldset>
    )}
    {links.review && (
      <Way
        href={links.review}
        here={here === 'review'}
        print="In kèm ghi chú"
        open="Mở Chế độ đọc trước để in kèm ghi chú"
      />
    )}
    {here === 'review' && (
      <p>
        <button type="button" data-print="audience">
          In tài liệu phát cho người nghe
        </button>
      </p>
    )}
    {links.outline && (
      <Way
        href={links.outline}
        here={here === 'outline'}
        print="In đề cương"
        open="Mở đề cương để in"
      />
    )}
    {here === 'review' && <OfficeButtons />}
    {links.files && (
      <div class="files" hidden>
        <h3>Tải về</h3>
        <ul>
          {Object.entries(links.files).map(([file, name]) => (
            <li hidden>
              <a href={file} download>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </div>
    )}
  </Dialog>
)
