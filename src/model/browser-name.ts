/** A browser by the name people know; `version` is 0 if the user agent gives none. */
export interface BrowserName {
  readonly name: string
  readonly version: number
}

/** Safari's version, which is also the version of its engine. */
const safari = /Version\/(\d+(?:\.\d+)?).* Safari\//

/**
 * The mark of each browser in its user agent. A browser built on another one stands before it,
 * because it carries the other's mark too.
 */
const marks: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Cốc Cốc', /coc_coc_browser\/(\d+)/],
  ['Edge', /Edg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Safari', safari],
]

/**
 * The oldest versions that the deck is built for. Chromium 109 is the last for Windows 7 and 8.1.
 * That of WebKit, the engine of Safari and of every browser on an iPhone, was never tried: it comes
 * from documentation.
 */
const oldest = { chromium: 109, firefox: 115, webkit: 16.4 } as const

/**
 * The versions in which the whole deck was tried; WebKit's engine on a system other than Apple's.
 */
const tried = { firefox: 153, webkit: 26 } as const

const versionIn = (userAgent: string, mark: RegExp): number | undefined => {
  const version = mark.exec(userAgent)?.[1]
  return version === undefined ? undefined : Number(version)
}

/** The browser that a user agent names; «Trình duyệt không rõ tên», version 0, if it names none. */
export function browserIn(userAgent: string): BrowserName {
  for (const [name, mark] of marks) {
    const version = versionIn(userAgent, mark)
    if (version !== undefined) return { name, version }
  }
  return { name: 'Trình duyệt không rõ tên', version: 0 }
}

/**
 * The system's version in the user agent of an iPhone or iPad: all browsers there use its WebKit.
 */
const onApple = / OS (\d+_\d+).* like Mac OS X/

/** Whether a browser is good enough for the deck, and a sentence for people that says so. */
export function browserState(userAgent: string): { text: string; good: boolean } {
  const { name, version } = browserIn(userAgent)
  const say = (good: boolean, verdict: string) => ({
    text: `${[name, version || ''].join(' ').trim()}: ${verdict}`,
    good,
  })
  const chromium = versionIn(userAgent, /Chrome\/(\d+)/)
  if (chromium !== undefined) {
    return chromium >= oldest.chromium
      ? say(true, 'dùng tốt')
      : say(false, `đã cũ, cần Chrome hoặc Edge từ bản ${oldest.chromium}`)
  }
  const firefox = versionIn(userAgent, /Firefox\/(\d+)/)
  if (firefox !== undefined) {
    if (firefox < oldest.firefox) return say(false, `đã cũ, cần từ bản ${oldest.firefox}`)
    return firefox >= tried.firefox
      ? say(true, `dùng được, đã thử bản ${tried.firefox}`)
      : say(true, `chưa thử bản này, bản ${tried.firefox} dùng được`)
  }
  const system = onApple.exec(userAgent)?.[1]?.replace('_', '.')
  const webkit = versionIn(userAgent, safari) ?? (system && Number(system))
  if (!webkit) return say(false, 'chưa thử, nên dùng Chrome hoặc Edge')
  if (webkit < oldest.webkit) {
    return say(false, `đã cũ, cần ${name === 'Safari' ? '' : 'iOS '}từ bản ${oldest.webkit}`)
  }
  return say(false, webkit >= tried.webkit ? 'mới thử được một phần' : 'chưa thử bản này')
}
