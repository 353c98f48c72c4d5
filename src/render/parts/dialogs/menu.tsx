import type { Command } from '../../../model/talk/command.ts'
import type { Links } from '../../links.ts'
import { KeyButton } from '../buttons.tsx'

/** What is used while presenting, in the order of need; `print` and `scheme` before as well. */
const commands: readonly Command[] = [
  'fullscreen',
  'speaker',
  'contents',
  'search',
  'overview',
  'black',
  'white',
  'waiting',
  'larger',
  'smaller',
]

/** Shorter labels than in the list of keys, so that each fits a column. */
const labels: Partial<Record<Command, string>> = { search: 'Tìm' }

const Row = ({ href, name }: { href: string; name: string }) => (
  <li>
    <a href={href}>{name}</a>
  </li>
)

/**
 * Everything that can be done from the deck, two presses away from it: the pages beside it, and the
 * commands.
 */
export const Menu = ({ links }: { links: Links }) => (
  <div class="menu">
    <h3>Trước buổi trình bày</h3>
    <ul>
      {links.review && <Row href={links.review} name="Chế độ đọc trước" />}
      {links.review && <Row href={`${links.review}#soan-ban-rieng`} name="Soạn bản riêng" />}
      <li>
        <KeyButton command="print" />
      </li>
      <li>
        <KeyButton command="scheme" />
      </li>
      {links.outline && <Row href={links.outline} name="Đề cương: đọc, chép, in" />}
      <Row href={links.check} name="Trang kiểm tra" />
      {links.guide && <Row href={links.guide} name="Hướng dẫn" />}
    </ul>
    <h3>Khi trình chiếu</h3>
    <ul>
      {commands
        .filter((command) => command !== 'speaker' || links.speaker)
        .map((command) => (
          <li>
            <KeyButton command={command} label={labels[command]} />
          </li>
        ))}
      {/* client/deck/extras shows it, and says whether it is on. */}
      <li hidden>
        <button type="button" role="switch" aria-checked="true">
          <span>Bấm để sang trang</span> <b aria-hidden="true" />
        </button>
      </li>
    </ul>
  </div>
)
