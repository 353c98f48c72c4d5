import { Dialog } from './dialog.tsx'

/** The search dialog: a field and the list of hits. */
export const Search = () => (
  <Dialog id="search" title="Tìm trong bộ trang chiếu">
    <p>
      <label for="question">Từ cần tìm, có dấu hay không dấu, hoặc số trang</label>
      <input id="question" type="search" autocomplete="off" spellcheck={false} />
    </p>
    <p role="status" />
    <ol class="hits" />
  </Dialog>
)
