// JavaScript, because this runs before anything that reads TypeScript.
import { statSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../..')
// An empty value usually comes from an unset shell variable.
const file = resolve(root, process.env.DECK || 'slides/deck.ts')

if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
  console.error(`\nLỗi: Không có bộ trang chiếu “${file}”.
Đặt DECK là đường dẫn tới tệp deck.ts, tính từ thư mục chứa package.json; hoặc bỏ biến DECK để dùng slides/deck.ts.`)
  process.exit(2)
}

/** Resolves `#deck` to slides/deck.ts, or to the file that the environment variable DECK names. */
export const deckAlias = { '#deck': file }

/**
 * Vite's settings for running slides and commands. They repeat the JSX source of tsconfig.json,
 * which Vite does not find if the path has brackets: it reads them as a glob pattern.
 */
export const reading = {
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: deckAlias },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
}
