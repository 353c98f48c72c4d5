import { Dialog } from './dialog.tsx'

/** The dialog with all slides at once, drawn by `client/deck/later/overview.ts` when it is opened. */
export const Overview = () => (
  <Dialog id="overview" title="Toàn cảnh">
    <p class="chosen" aria-hidden="true" />
    <div class="groups" />
  </Dialog>
)
