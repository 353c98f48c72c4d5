// Checks Node's version, the path and the installed packages before anything else is loaded, and
// prints what is missing. Written so that an old Node can parse it.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

function refuse(message, hint) {
  console.error(`Lỗi: ${message}\n${hint}`)
  process.exit(3)
}

const [major, minor] = process.versions.node.split('.').map(Number)
// The versions that Vite supports: ^20.19 || >=22.12.
if (major < 20 || major === 21 || (major === 20 && minor < 19) || (major === 22 && minor < 12)) {
  refuse(
    `Máy này có Node.js ${process.versions.node}, bộ trang chiếu không chạy được với bản ấy.`,
    'Cài Node.js 20.19, hoặc từ 22.12 trở lên (nodejs.org), rồi chạy npm ci.',
  )
}

// Vite reads `#` and `?` in a path as the start of a hash or a query.
if (/[#?]/.test(root)) {
  refuse(
    `Đường dẫn “${root}” có dấu ${root.includes('#') ? '#' : '?'}, không dựng trang ở đó được.`,
    'Đổi tên thư mục ấy cho hết dấu # và ?, hoặc chép cả thư mục sang nơi khác, rồi chạy lại lệnh.',
  )
}

try {
  process.cwd()
} catch {
  refuse(
    'Thư mục mà cửa sổ lệnh đang đứng không còn nữa.',
    'Chuyển sang thư mục khác (cd), rồi chạy lại lệnh.',
  )
}

const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const folders = createRequire(import.meta.url).resolve.paths('vite') || []
const missing = Object.keys(dependencies).filter(
  (name) => !folders.some((folder) => existsSync(join(folder, name))),
)
if (missing.length > 0) {
  refuse(`Chưa cài gói ${missing.join(', ')}.`, `Chạy npm ci trong “${root}”, rồi chạy lại lệnh.`)
}
