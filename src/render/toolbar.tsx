/** The commands a pointer can give; the shell shows them once it can obey. */
const buttons = [
  { command: 'previous', label: 'Trang trước' },
  { command: 'next', label: 'Trang sau' },
  { command: 'overview', label: 'Toàn cảnh' },
  { command: 'scheme', label: 'Nền tối' },
  { command: 'black', label: 'Tắt màn chiếu' },
  { command: 'fullscreen', label: 'Toàn màn hình' },
] as const

export const Toolbar = () => (
  <nav class="toolbar" aria-label="Điều khiển trình chiếu" hidden>
    {buttons.map(({ command, label }) => (
      <button type="button" data-command={command}>
        {label}
      </button>
    ))}
  </nav>
)
