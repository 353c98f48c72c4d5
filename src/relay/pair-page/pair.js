// Served as it is: the page has no build step, and no other page needs this script.

/**
 * The code in the link's fragment, which is never sent to a server. Removes it from the address
 * first.
 */
function codeOfLink() {
  // Codes contain nothing to decode, but a mail program may have cut or escaped the link.
  const code = location.hash
    .slice(1)
    .replace(/%[\dA-F]{0,2}/gi, ' ')
    .trim()
  if (code || location.search) history.replaceState(null, '', location.pathname)
  return code
}

const first = codeOfLink()

/** Why pairing failed: the relay's own message, or a general one if a proxy answered. */
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
  // Reads the answer to its end, because leaving the page would abort it. The token is in the
  // cookie.
  const { handed } = await answer.json().catch(() => ({}))
  try {
    // The speaker screen takes it over.
    if (handed) sessionStorage.setItem('bao-cao-vien:sang-dien-thoai', handed)
    localStorage.setItem('bao-cao-vien:phat-truc-tiep', '1')
  } catch {
    // The cookie is set, but without this entry the speaker screen does not contact the relay.
    state.textContent =
      'Trình duyệt không cho lưu gì, nên không phát trực tiếp từ đây được. Cho phép trang web này lưu dữ liệu (cookie), rồi ghép lại bằng mã mới.'
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
  // A link that is pasted into this tab only changes the fragment and loads nothing.
  addEventListener('hashchange', () => use(codeOfLink()))
  use(first)
})
