import { Dialog } from './dialog.tsx'

/** The dialog for the time that the speaker has; `client/speaker/own-time.ts` reads it. */
export const OwnTime = () => (
  <Dialog id="own-time" title="Thời lượng">
    <form>
      <p>
        <label>
          <input type="radio" name="limit" value="plan" /> <span class="plan">Theo bài</span>
        </label>
      </p>
      <p>
        <label>
          <input type="radio" name="limit" value="minutes" /> Tôi có
        </label>{' '}
        <input name="minutes" inputMode="numeric" autocomplete="off" aria-label="Tôi có, số phút" />{' '}
        phút
      </p>
      <p>
        <label>
          <input type="radio" name="limit" value="until" /> Phải xong lúc
        </label>{' '}
        <input name="until" autocomplete="off" aria-label="Phải xong lúc, giờ và phút" />
      </p>
      <p class="meaning" role="status" />
      <p>
        <button type="submit">Dùng</button>{' '}
        <button type="button" class="close">
          Hủy
        </button>
      </p>
    </form>
  </Dialog>
)
