/** A browser as a person knows it; `version` is 0 where it does not say. */
export interface BrowserName {
  readonly name: string
  readonly version: number
}

/** By the mark each leaves in its user agent; what is built on another comes before that one. */
const marks: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Cốc Cốc', /coc_coc_browser\/(\d+)/],
  ['Edge', /Edg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Safari', /Version\/(\d+).* Safari\//],
]

/** The first versions the deck is built for; Chromium 109 is the last of Windows 7 and 8.1. */
const oldest = { Chrome: 109, Firefox: 115 } as const

const versionIn = (userAgent: string, mark: RegExp): number | undefined => {
  const version = mark.exec(userAgent)?.[1]
  return version === undefined ? undefined : Number(version)
}

/** The browser that a user agent names. */
export function browserIn(userAgent: string): BrowserName {
  for (const [name, mark] of marks) {
    const version = versionIn(userAgent, mark)
    if (version !== undefined) return { name, version }
  }
  return { name: 'Trình duyệt lạ', version: 0 }
}

/** Whether a browser is enough for the deck, and the sentence that says so with its name. */
export function browserState(userAgent: string): { text: string; good: boolean } {
  const { name, version } = browserIn(userAgent)
  const say = (good: boolean, verdict: string) => ({
    text: `${[name, version || ''].join(' ').trim()}: ${verdict}`,
    good,
  })
  const chromium = versionIn(userAgent, /Chrome\/(\d+)/)
  if (chromium !== undefined && chromium >= oldest.Chrome) return say(true, 'đủ dùng')
  const isFirefox = name === 'Firefox' && /Firefox\//.test(userAgent)
  if (isFirefox && version >= oldest.Firefox) {
    return say(true, 'dùng được, nên dùng Chrome hoặc Edge')
  }
  if (chromium !== undefined || isFirefox) return say(false, 'đã cũ, cần cập nhật')
  return say(false, 'chưa thử, nên dùng Chrome hoặc Edge')
}
