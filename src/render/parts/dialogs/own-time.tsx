import { Dialog } from './dialog.tsx'

/** The dialog for the time that the speaker has; `client/speaker/timing/own-time.ts` reads it. */
export const OwnTime = () => (
  <Dialog id="own-time" title="Thời lượng">
    <form>
      <fieldset aria-labelledby="own-time-title">
        <p>
          <label>
            <input type="radio" name="limit" value="plan" />{' '}
            <span class="plan">Theo bộ trang chiếu</span>
          </label>
        </p>
        <p>
          <label>
            <input type="radio" name="limit" value="minutes" /> Tôi có
          </label>{' '}
          <input
            name="minutes"
            inputMode="numeric"
            autocomplete="off"
            aria-label="Tôi có, số phút"
            aria-describedby="own-time-meaning"
          />{' '}
          phút
        </p>
        <p>
          <label>
            <input type="radio" name="limit" value="until" /> Phải xong lúc
          </label>{' '}
          <input
            name="until"
            autocomplete="off"
            aria-label="Phải xong lúc, giờ và phút"
            aria-describedby="own-time-meaning"
          />
        </p>
      </fieldset>
      <p>Chỉ cho buổi này. Thời lượng cho mọi buổi: Chế độ đọc trước, Soạn bản riêng.</p>
      <p class="meaning" id="own-time-meaning" role="status" />
      <p>
        <button type="submit">Dùng</button>{' '}
        <button type="button" class="close">
          Hủy
        </button>
      </p>
    </form>
  </Dialog>
)
