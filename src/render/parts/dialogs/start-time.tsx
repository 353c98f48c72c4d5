import { Dialog } from './dialog.tsx'

/** How long from now a talk often begins, or goes on, in minutes. */
const often = [5, 10, 15, 30]

/** The dialog for the time that the waiting slide shows; `client/speaker/timing/start-time.ts` reads it. */
export const StartTime = () => (
  <Dialog id="waiting" title="Màn chờ">
    <form>
      <p>Người nghe đang thấy tên hội nghị. Đặt giờ bắt đầu để họ biết còn bao lâu.</p>
      <p>
        <label>
          Bắt đầu lúc <input name="starts" autocomplete="off" />
        </label>{' '}
        <button type="submit">Đặt giờ</button>
      </p>
      <p>
        Hoặc sau{' '}
        {often.map((minutes) => (
          <>
            <button type="button" data-minutes={minutes}>
              {minutes} phút
            </button>{' '}
          </>
        ))}
      </p>
      <p class="meaning" role="status" />
      <p>
        <button type="button" class="no-time">
          Không hiện giờ
        </button>
      </p>
    </form>
  </Dialog>
)
