import { shortLimit } from '../../model/version/arrange.ts'
import { room } from '../../model/version/fit.ts'
import { coverLabels } from '../../model/version/own-text.ts'
import { Answers, Dialog } from './dialogs/dialog.tsx'
import { Button, Handle, Moves } from './editor-buttons.tsx'

/** The version editor at the top of the review page; a script shows it on demand. */
export const VersionEditor = () => (
  <aside class="version-editor" aria-labelledby="version-editor-title" hidden>
    <h2 id="version-editor-title">Bản riêng</h2>
    <p class="summary" role="status" />
    <button type="button" class="unused" hidden>
      Phần chưa dùng được
    </button>
    <div class="choices">
      <fieldset>
        <legend>Độ dài</legend>
        <label>
          <input type="radio" name="running" value="full" /> Đầy đủ
        </label>
        <label>
          <input type="radio" name="running" value="short" /> Rút gọn (tối đa {shortLimit} phút)
        </label>
        <label>
          Thời lượng cả buổi, phút
          <input name="total" inputMode="decimal" autocomplete="off" />
        </label>
        <Room />
        <p class="hint">
          Để trống thì theo bộ trang chiếu. Riêng một buổi: phím V trên màn hình báo cáo viên.
        </p>
      </fieldset>
      <fieldset>
        <legend>Thứ tự các phần</legend>
        <ol class="part-order" data-shows="part-order" />
      </fieldset>
      <fieldset>
        <legend>Thông tin trên trang đầu</legend>
        {Object.entries(coverLabels).map(([name, label]) => (
          <>
            <label>
              {label}
              <input name={name} autocomplete="off" />
            </label>
            <Room />
          </>
        ))}
      </fieldset>
    </div>
    <div class="changes" data-shows="changes" />
    <p class="actions">
      <Button does="add" label="Thêm trang liên hệ địa phương" />
      <Button does="save" label="Lưu bản riêng để gửi" />
      <Button does="write" label="Lưu thay đổi ra tệp" />
      <Button does="read" label="Mở thay đổi từ tệp" />
      <Button does="restore" label="Trả về bản gốc" />
      {/* Without a filter: phones know no type for what came by chat or mail, and would not offer it. */}
      <input type="file" hidden />
    </p>
    <p class="hint">
      Mọi thay đổi tự lưu trên máy này, ở địa chỉ này; lời có nguồn không sửa được. “Lưu bản riêng
      để gửi” tạo một tệp gồm cả bộ trang chiếu, người nhận bấm đúp là mở. “Lưu thay đổi ra tệp” chỉ
      ghi các thay đổi, để mở ở máy đã có bộ trang chiếu.
    </p>
  </aside>
)

/** The parts in order, with buttons that move them. */
export const PartOrder = ({ names }: { names: readonly string[] }) => (
  <>
    {names.map((name, at) => (
      <li key={name}>
        <Handle part={name} /> <span>{name}</span>{' '}
        <Moves of={name} part={name} up={at > 0} down={at < names.length - 1} />
      </li>
    ))}
  </>
)

/**
 * How much of the slide the text of the field before it fills, and which characters cannot be
 * shown.
 */
const Room = () => (
  <div class="room">
    <p class="taken" hidden />
    <div class="remarks" role="status" />
  </div>
)

interface EditProps {
  readonly name: string
  /** Whether the speaker has added the slide. */
  readonly own: boolean
  readonly hidden: boolean
  /** Whether the slide is always shown. */
  readonly fixed: boolean
  readonly canMove: (by: -1 | 1) => boolean
}

/**
 * The buttons and fields beside a slide; an own slide has fields for its texts. The client fills
 * the fields, because rendering their values would overwrite what somebody is typing.
 */
export const Edit = ({ name, own, hidden, fixed, canMove }: EditProps) => (
  <div class="edit">
    <p>
      <Moves of={name} up={canMove(-1)} down={canMove(1)} />
      <Button does="hide" label={hidden ? 'Hiện trang' : 'Ẩn trang'} of={name} disabled={fixed} />
      <Button does="add" label="Thêm trang vào sau" of={name} />
      {own && <Button does="remove" label="Xoá trang này" of={name} />}
    </p>
    {own && (
      <>
        <label>
          Đầu đề
          <input name="title" autocomplete="off" />
        </label>
        <Room />
        <label>
          Các ý, mỗi dòng một ý: nhiều nhất {room.points} ý, {room.lines} dòng trên trang
          <textarea name="points" rows={5} />
        </label>
        <Room />
        <label>
          Thời lượng dự kiến, phút
          <input name="minutes" inputMode="decimal" autocomplete="off" />
        </label>
        <Room />
      </>
    )}
    <label>
      Ghi chú của tôi
      <textarea name="note" rows={3} />
    </label>
    <Room />
  </div>
)

/** The dialogs of the version editor: each asks before something is lost or replaced. */
export const VersionEditorDialogs = () => (
  <>
    <Dialog id="restoring" title="Trả về bản gốc">
      <p>
        Bản riêng trên máy này sẽ bị bỏ: trang ẩn, thứ tự, thời lượng, ghi chú của tôi, trang riêng,
        thông tin trên trang đầu. “Hoàn tác” lấy lại được; trên máy dùng chung thì chọn xoá hẳn.
      </p>
      <Answers of={{ restore: 'Trả về bản gốc', erase: 'Xoá hẳn' }} />
    </Dialog>
    <Dialog id="removing" title="Xoá trang này">
      <p>
        Trang <b class="which" /> và ghi chú của trang ấy sẽ bị xoá. “Hoàn tác” lấy lại được.
      </p>
      <Answers of={{ remove: 'Xoá trang này' }} />
    </Dialog>
    <Dialog id="reading" title="Mở thay đổi từ tệp">
      <p class="found" />
      <ul class="problems" />
      <Answers of={{ use: 'Dùng bản này' }} />
    </Dialog>
    <Dialog id="unread" title="Bản riêng chưa dùng được hết">
      <p class="found" />
      <ul class="problems" />
      <Answers of={{ download: 'Tải bản ấy về', restore: 'Trả về bản gốc' }} />
    </Dialog>
    <Dialog id="differing" title="Có hai bản riêng">
      <p>Tệp này có sẵn một bản riêng; trên máy này còn một bản khác. Đang dùng bản trong tệp.</p>
      <p>
        <button type="button" class="carried">
          Dùng bản trong tệp
        </button>{' '}
        <button type="button" class="kept">
          Dùng bản trên máy
        </button>
      </p>
    </Dialog>
  </>
)
