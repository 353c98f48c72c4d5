// Served by the relay as it stands here: the page has no build, and no other page needs it.

/** The code of the link: in the fragment, which no server sees, and taken off it before all else. */
function codeOfLink() {
  // Codes have nothing to decode; a mail that cut the link, or escaped it, may leave what cannot be.
  const code = location.hash
    .slice(1)
    .replace(/%[\dA-F]{0,2}/gi, ' ')
    .trim()
  if (code || location.search) history.replaceState(null, '', location.pathname)
  return code
}

const first = codeOfLink()

/** Why the relay refused, in its own words; what stands in between has others. */
async function reasonOf(answer) {
  if (!answer) return 'Không nối được với máy chủ. Kiểm tra mạng rồi thử lại.'
  const own = answer.headers.get('Content-Type') === 'text/plain; charset=utf-8'
  const words = own ? (await answer.text()).trim() : ''
  return words || `Máy chủ hoặc proxy phía trước trả lời lỗi ${answer.status}. Thử lại sau ít phút.`
}

async function pair(code, state) {
  state.textContent = 'Đang ghép'
  const answer = await fetch('pair', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code }),
  }).catch(() => undefined)
  if (!answer?.ok) {
    state.textContent = await reasonOf(answer)
    return
  }
  // To its end: a page that leaves breaks off what still comes. The token is the cookie's matter.
  await answer.text()
  try {
    localStorage.setItem('bao-cao-vien:phat-truc-tiep', '1')
  } catch {
    // The cookie is there all the same; but without this mark the speaker's screen asks no relay.
    state.textContent =
      'Trình duyệt không cho lưu gì, nên không phát trực tiếp từ đây được. Cho phép trang này lưu dữ liệu (cookie), rồi ghép lại bằng mã mới.'
    return
  }
  location.replace('../speaker.html')
}

document.addEventListener('DOMContentLoaded', () => {
  const form = document.querySelector('form')
  const state = document.querySelector('[role=status]')
  const use = (code) => {
    if (!code) return
    form.elements.code.value = code
    void pair(code, state)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    use(form.elements.code.value)
  })
  // A link that is pasted into this very tab loads nothing.
  addEventListener('hashchange', () => use(codeOfLink()))
  use(first)
})
