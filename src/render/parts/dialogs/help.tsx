import { type Command, commands, keyName } from '../../../model/talk/command.ts'
import type { Links } from '../../links.ts'
import { Dialog } from './dialog.tsx'
import { Menu } from './menu.tsx'

interface HelpProps {
  readonly of: readonly Command[]
  readonly links: Links
}

/** The keys of some commands. */
const Keys = ({ of }: { of: readonly Command[] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">Thao tác</th>
        <th scope="col">Phím tắt, bút trình chiếu</th>
      </tr>
    </thead>
    <tbody>
      {of.map((command) => {
        const { label, help, keys } = commands[command]
        return (
          <tr>
            <th scope="row">{help ?? label}</th>
            <td>{command === 'enter' ? 'gõ số trang, bấm Enter' : keys.map(keyName).join(', ')}</td>
          </tr>
        )
      })}
    </tbody>
  </table>
)

/** The help dialog: the page's commands with their keys, and links to the other pages. */
export const Help = ({ of, links }: HelpProps) => (
  <Dialog id="help" title="Trợ giúp">
    <Keys of={of} />
    {links.review && (
      <p>
        Đọc từng trang cùng ghi chú và nguồn: <a href={links.review}>Chế độ đọc trước</a>.
      </p>
    )}
    <p>
      Trước giờ trình chiếu, mở <a href={links.check}>Trang kiểm tra</a> để thử màn chiếu và bút
      trình chiếu.
    </p>
    {links.guide && (
      <p>
        Từ lúc chuẩn bị đến khi kết thúc: <a href={links.guide}>Hướng dẫn cho báo cáo viên</a>.
      </p>
    )}
    <p class="offline" />
  </Dialog>
)

/** The help dialog of the deck: what can be done from it, then the keys. */
export const DeckHelp = ({ of, links }: HelpProps) => (
  <Dialog id="help" title="Mọi lệnh và phím">
    <Menu links={links} />
    <Keys of={of} />
    <p class="offline" />
  </Dialog>
)
