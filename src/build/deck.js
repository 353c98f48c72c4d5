// JavaScript, for what runs before anything reads TypeScript.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const file = resolve(root, process.env.DECK ?? 'slides/deck.ts')

if (!existsSync(file)) {
  console.error(`\nLỗi: Không có bộ trang chiếu “${file}”.
Ở biến DECK, nêu tệp deck.ts tính từ thư mục chứa package.json; bỏ biến ấy thì dùng slides/deck.ts.`)
  process.exit(2)
}

/** Where `#deck` is: in `slides/`, or in another file that DECK names, as for a deck that was kept. */
export const deckAlias = { '#deck': file }

/**
 * How Vite reads slides and commands. Whose JSX it is stands in tsconfig.json too, but Vite does not
 * find that from every folder: brackets in its name are a pattern there.
 */
export const reading = {
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: deckAlias },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
}
