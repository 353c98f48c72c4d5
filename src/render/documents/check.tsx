import { lettersOf } from '../../model/language/alphabet.ts'
import { hostedLinks, type Links } from '../links.ts'

/** The letters by base, in two rows of about equal width. */
const alphabet = ['aăâeêiy', 'oôơuưđ'].map((bases) =>
  [...bases].map((base) => lettersOf(base).join('')),
)

/** Words with the highest stacked marks, in the typeface of titles. */
const words = ['Nguyễn chuẩn quyền', 'thẩm ngữ Ủy ĐỘT PHÁ', 'NGHỊ QUYẾT', 'CHIẾN LƯỢC']

const colours = {
  ground: 'nền',
  text: 'chữ',
  quiet: 'chữ phụ',
  accent: 'chữ nhấn',
  field: 'chấm',
  structure: 'vạch',
} as const

const states = ['browser', 'screen', 'fonts', 'storage', 'offline'] as const

/**
 * What a technician checks before the audience arrives. client/check adds what a script can
 * measure.
 */
export const CheckScreen = ({ links }: { links: Links }) => (
  <main class="check" id="kiem-tra">
    <div class="safe" aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
    </div>
    <div class="page">
      <ul class="colours" aria-label="Màu của bộ trang chiếu">
        {Object.entries(colours).map(([role, label]) => (
          <li>
            <svg aria-hidden="true">
              <rect width="100%" height="100%" fill={`var(--color-${role})`} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <header>
        <h1 class="title">
          Kiểm tra:{' '}
          <b>
            phải <span class="nb">thấy đủ bốn góc</span>
          </b>
        </h1>
        <a href={links.deck}>Quay lại bộ trang chiếu</a>
        <p>
          Cỡ chữ nhỏ nhất: hàng ghế cuối phải đọc được{' '}
          <small>
            Cỡ chữ của dòng nguồn <span class="nb">ở chân trang</span>
          </small>
        </p>
      </header>
      <div class="letters">
        {alphabet.map((groups) => (
          <p>
            {groups.map((group) => (
              <span>
                {group} <span>{group.toUpperCase()}</span>
              </span>
            ))}
          </p>
        ))}
      </div>
      <p class="words">{words.join(' \n')}</p>
      <noscript>
        <p>Phần còn lại cần JavaScript. Bật JavaScript rồi tải lại trang web.</p>
      </noscript>
      <ul class="states" aria-label="Máy này" hidden>
        {states.map((state) => (
          <li data-state={state} />
        ))}
      </ul>
      <div class="clicker" hidden>
        <h2>
          Thử bút trình chiếu: bấm một nút <span class="count nb" />
        </h2>
        <div role="status" aria-atomic="false">
          <ol>
            <li class="hint">Phím F: toàn màn hình</li>
            <li class="hint">Phím D: đổi nền sáng, nền tối</li>
          </ol>
        </div>
      </div>
    </div>
  </main>
)

/** The check page as hosted. */
export const CheckDocument = () => <CheckScreen links={hostedLinks} />
