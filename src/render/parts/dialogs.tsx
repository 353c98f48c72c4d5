import type { ComponentChildren } from 'preact'
import { type Deck, nameOf, type Place, placesOf, titleOf } from '../../model/deck/deck.ts'
import { type Command, commands, keyName } from '../../model/talk/command.ts'
import { minutesInFigures } from '../../model/talk/duration.ts'
import type { Links } from '../links.ts'
import { CommandButton } from './buttons.tsx'

interface Props {
  readonly id: string
  readonly title: string
  readonly children: ComponentChildren
}

/** A dialog that a script opens; without JavaScript it stays closed. */
export const Dialog = ({ id, title, children }: Props) => (
  <dialog id={id} aria-labelledby={`${id}-title`}>
    <header>
      <h2 id={`${id}-title`}>{title}</h2>
      <button type="button" class="close">
        Đóng
      </button>
    </header>
    {children}
  </dialog>
)

/** The buttons of a dialog: class to label, in order; «Hủy», which closes it, is added last. */
export const Answers = ({ of }: { of: Readonly<Record<string, string>> }) => (
  <p>
    {Object.entries({ ...of, close: 'Hủy' }).map(([name, words], at) => (
      <>
        {at > 0 && ' '}
        <button type="button" class={name}>
          {words}
        </button>
      </>
    ))}
  </p>
)

const fullName = ({ slide }: Place): string => {
  const [name, title] = [nameOf(slide), titleOf(slide)]
  return name === title ? name : `${name}: ${title}`
}

const Row = ({ place, timed }: { place: Place; timed: boolean }) => (
  <tr data-row={place.slide.id}>
    <th scope="row">
      <a href={`#${place.slide.id}`}>
        <span class="number">{place.number}</span> <span>{fullName(place)}</span>
      </a>
    </th>
    {timed && (
      <>
        <td data-planned="">{minutesInFigures(place.slide.minutes)}</td>
        <td data-time="now" />
        <td data-time="before" />
      </>
    )}
  </tr>
)

/**
 * All slides by part. `timed` adds the planned minutes and cells for the times taken, which
 * client/speaker fills.
 */
export function Contents({ deck, timed }: { deck: Deck; timed: boolean }) {
  const places = placesOf(deck)
  const first = places.findIndex(({ part }) => part)
  const groups = [
    { name: '', places: places.slice(0, first) },
    ...deck.parts.map(({ name }, index) => ({
      name,
      places: places.filter(({ part }) => part?.index === index),
    })),
    { name: '', places: places.slice(first).filter(({ part }) => !part) },
  ]
  return (
    <Dialog id="contents" title="Mục lục">
      <table>
        {timed && (
          <thead>
            <tr>
              <th scope="col">Trang chiếu</th>
              <th scope="col">Dự kiến, phút</th>
              <th scope="col">Lần này</th>
              <th scope="col">Lần trước</th>
            </tr>
          </thead>
        )}
        {groups.map(({ name, places }) => (
          <tbody>
            {name && (
              <tr>
                <th class="part" scope="rowgroup" colSpan={timed ? 4 : 1}>
                  {name}
                </th>
              </tr>
            )}
            {places.map((place) => (
              <Row place={place} timed={timed} />
            ))}
          </tbody>
        ))}
      </table>
    </Dialog>
  )
}

export const Search = () => (
  <Dialog id="search" title="Tìm trong bài">
    <p>
      <label for="question">Từ cần tìm, có dấu hay không dấu, hoặc số trang</label>
      <input id="question" type="search" autocomplete="off" spellcheck={false} />
    </p>
    <p role="status" />
    <ol class="hits" />
  </Dialog>
)

interface HelpProps {
  readonly of: readonly Command[]
  /** The commands that get a button here, because the page has none for them elsewhere. */
  readonly buttons?: readonly Command[]
  readonly links: Links
}

/** The list of the page's commands with their keys. */
export const Help = ({ of, buttons = [], links }: HelpProps) => (
  <Dialog id="help" title="Trợ giúp">
    <table>
      <thead>
        <tr>
          <th scope="col">Việc</th>
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
                {command === 'enter' ? 'gõ số trang rồi Enter' : keys.map(keyName).join(', ')}
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

/** Says what to do when the browser blocks a popup, with a plain link, which it cannot block. */
export const Blocked = ({ href, name }: { href: string; name: string }) => (
  <Dialog id="blocked" title="Chưa mở được cửa sổ">
    <p>Trình duyệt chặn cửa sổ mới. Cho phép cửa sổ bật lên rồi bấm lại.</p>
    <p>
      Hoặc mở trong thẻ mới:{' '}
      {/* biome-ignore lint/security/noBlankTarget: the deck's own page, which talks to its opener */}
      <a class="partner" href={href} target="_blank" rel="opener">
        {name}
      </a>
    </p>
  </Dialog>
)
