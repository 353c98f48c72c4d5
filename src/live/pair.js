// Served by the relay as it stands here: the page has no build, and no other page needs it.
const form = document.querySelector('form')
const state = document.querySelector('[role=status]')

const failures = {
  403: 'Mã không đúng hoặc đã dùng rồi. Xem mã mới ở cửa sổ đang chạy máy chủ.',
  429: 'Đã thử sai nhiều lần. Đợi một phút rồi thử lại.',
}

async function pair(code) {
  state.textContent = 'Đang ghép'
  const answer = await fetch('pair', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code }),
  }).catch(() => undefined)
  // To its end: a page that leaves breaks off what still comes. The token is the cookie's matter.
  await answer?.text()
  if (answer?.ok) {
    localStorage.setItem('bao-cao-vien:phat-truc-tiep', '1')
    location.replace('../speaker.html')
    return
  }
  const unreached = 'Không nối được với máy chủ. Kiểm tra mạng rồi thử lại.'
  state.textContent = failures[answer?.status] ?? unreached
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  void pair(form.elements.code.value)
})

// The code comes in the fragment, which no server sees, and leaves no trace in the history.
const code = location.hash.slice(1)
if (code) {
  history.replaceState(null, '', location.pathname)
  form.elements.code.value = code
  void pair(code)
}
