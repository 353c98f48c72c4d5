import { Dialog } from './dialog.tsx'

/** The dialog for a blocked popup: says what to do, with a plain link, which no browser blocks. */
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
