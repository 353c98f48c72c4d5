import { Dialog } from './dialog.tsx'

/** The dialog that shows how long each part took; `client/speaker/times.ts` fills it. */
export const Times = () => (
  <Dialog id="times" title="Thời gian đã nói">
    <div>
      <table />
    </div>
    <p class="copying">
      <button type="button" class="copy">
        Chép bảng
      </button>{' '}
      <span role="status" />
    </p>
  </Dialog>
)
