import { Dialog } from './dialog.tsx'

/** The dialog that shows how long each part took; `client/speaker/timing/times.ts` fills it. */
export const Times = () => (
  <Dialog id="times" title="Thời gian đã nói">
    <div>
      <table />
    </div>
    <p class="copying">
      <button type="button" class="copy">
        Chép bảng
      </button>{' '}
      <button type="button" class="rehearsed">
        Dùng thời gian tập làm thời lượng
      </button>{' '}
      <span role="status" />
    </p>
  </Dialog>
)

/** The dialog that shows what a rehearsal would plan, before it is taken. */
export const Rehearsal = () => (
  <Dialog id="rehearsal" title="Dùng thời gian tập làm thời lượng">
    <fieldset class="runs" aria-label="Thời gian của">
      <label>
        <input type="radio" name="run" value="spent" /> Lần này
      </label>
      <label>
        <input type="radio" name="run" value="before" /> Lần trước
      </label>
    </fieldset>
    <p>
      Làm tròn đến 5 giây; trang chưa nói giữ thời lượng cũ.{' '}
      <span class="limited">Cả buổi vẫn theo số phút trong bản riêng, chia lại theo tỷ lệ. </span>
      Thời lượng mới lưu vào bản riêng trên máy này. Màn hình này tải lại, đồng hồ giữ nguyên.
    </p>
    <p>
      <button type="button" class="use">
        Dùng
      </button>{' '}
      <button type="button" class="forget">
        Bỏ thời gian tập
      </button>{' '}
      <button type="button" class="close">
        Hủy
      </button>{' '}
      <span role="status" />
    </p>
    <div>
      <table />
    </div>
  </Dialog>
)
