import { Dialog } from './dialog.tsx'

/** Says what to do when the browser blocks a popup, with a plain link, which it cannot block. */
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
