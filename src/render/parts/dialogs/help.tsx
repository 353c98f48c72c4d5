import { type Command, commands, keyName } from '../../../model/talk/command.ts'
import type { Links } from '../../links.ts'
import { CommandButton } from '../buttons.tsx'
import { Dialog } from './dialog.tsx'

interface HelpProps {
  readonly of: readonly Command[]
  /** The commands that get a button in this dialog, because the page has no other for them. */
  readonly buttons?: readonly Command[]
  readonly links: Links
}

/** The help dialog: the page's commands with their keys, and links to the other pages. */
export const Help = ({ of, buttons = [], links }: HelpProps) => (
  <Dialog id="help" title="Trợ giúp">
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
              <th scope="row">
                {buttons.includes(command) ? (
                  <CommandButton command={command} label={help} />
                ) : (
                  (help ?? label)
                )}
              </th>
              <td>
                {command === 'enter' ? 'gõ số trang, bấm Enter' : keys.map(keyName).join(', ')}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
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
