import { Dialog } from './dialog.tsx'

/** The dialog with all slides at once; `client/deck/overview.ts` draws them when it is opened. */
export const Overview = () => (
  <Dialog id="overview" title="Toàn cảnh">
    <p class="chosen" aria-hidden="true" />
    <div class="groups" />
  </Dialog>
)
