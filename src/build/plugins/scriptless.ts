import type { Plugin } from 'vite'

/** The message. `hidden` keeps it out of sight where a CSP forbids the style below. */
export const scriptlessMessage =
  '<p class="scriptless" role="status" hidden>Các phím và nút ở đây chưa chạy. Tải lại trang, hoặc mở tệp <a href="mang-theo/bao-cao-vien.html">mang-theo/bao-cao-vien.html</a> bằng Chrome hoặc Edge.</p>'

/**
 * Shows the message after six seconds; has colours of its own in case the deck's style is missing.
 */
const style = [
  '@media screen{.scriptless{display:block;visibility:hidden;animation:scriptless 0s 6s forwards;',
  'position:fixed;inset:auto 0 0;z-index:3;margin:0;padding:.75rem 1rem;',
  'background:var(--color-text,#1f1a17);color:var(--color-ground,#fffdf7);',
  'font:500 1.125rem/1.4 var(--sans,"Segoe UI",Arial,sans-serif)}',
  '.scriptless a{color:inherit}}@keyframes scriptless{to{visibility:visible}}',
].join('')

/**
 * Adds a message to each page that says what to open instead if its script does not run, because it
 * was opened from disk or the host serves scripts as plain text. The script removes the message;
 * with JavaScript turned off it is not shown, and the page can be read as it is.
 */
export function sayScriptless(): Plugin {
  return {
    name: 'say-scriptless',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html
          .replace(
            '</head>',
            () =>
              `  <style>${style}</style>\n    <noscript><style>.scriptless{display:none}</style></noscript>\n  </head>`,
          )
          .replace('<body>', () => `<body>\n    ${scriptlessMessage}`),
    },
  }
}
