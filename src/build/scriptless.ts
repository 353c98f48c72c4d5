import type { Plugin } from 'vite'

/** The word itself: out of sight without its style, as where a policy lets none stand in a page. */
const word =
  '<p class="scriptless" role="status" hidden>Các phím và nút ở trang này chưa chạy. Mở tệp <a href="mang-theo/bao-cao-vien.html">mang-theo/bao-cao-vien.html</a> bằng Chrome hoặc Edge.</p>'

/** Shows it after six seconds, in the colours of the deck whether or not its style came along. */
const style = [
  '@media screen{.scriptless{display:block;visibility:hidden;animation:scriptless 0s 6s forwards;',
  'position:fixed;inset:auto 0 0;z-index:3;margin:0;padding:.75rem 1rem;',
  'background:var(--color-text,#1f1a17);color:var(--color-ground,#fffdf7);',
  'font:500 1.125rem/1.4 var(--sans,"Segoe UI",Arial,sans-serif)}',
  '.scriptless a{color:inherit}}@keyframes scriptless{to{visibility:visible}}',
].join('')

/**
 * Has each page say what to open instead where its script does not run: opened from a disk, or from
 * a host that calls scripts plain text. The script takes the word away; whoever has turned scripts
 * off reads the page as it is.
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
          .replace('<body>', () => `<body>\n    ${word}`),
    },
  }
}
