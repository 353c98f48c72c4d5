import { describe, expect, test } from 'vitest'
import { browserIn, browserState } from '../../../src/model/browser-name.ts'

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const chrome = (version: number, more = '') =>
  `${windows} ${webkit} Chrome/${version}.0.0.0 Safari/537.36${more}`
const cocCoc = (own: number, engine: number) =>
  `${windows} ${webkit} coc_coc_browser/${own}.0.126 Chrome/${engine}.0.5735.126 Safari/537.36`
const firefox = (version: number) =>
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`
const safari = (version: string) =>
  `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version} Safari/605.1.15`
const onIPhone = (system: string, mark: string) =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${system} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ${mark} Mobile/15E148 Safari/604.1`

describe('a browser', () => {
  test.for([
    [chrome(109), 'Chrome', 109],
    [chrome(109).replace('Chrome/', 'HeadlessChrome/'), 'Chrome', 109],
    [chrome(126, ' Edg/126.0.2592.87'), 'Edge', 126],
    [chrome(64, ' Edge/18.17763'), 'Edge', 18],
    [chrome(133, ' OPR/118.0.0.0'), 'Opera', 118],
    [cocCoc(120, 114), 'Cốc Cốc', 120],
    [firefox(128), 'Firefox', 128],
    [onIPhone('17_4', 'FxiOS/128.0'), 'Firefox', 128],
    [safari('17.4'), 'Safari', 17.4],
    ['curl/8.5.0', 'Trình duyệt không rõ tên', 0],
    ['', 'Trình duyệt không rõ tên', 0],
  ] as const)('of %s is %s %d', ([userAgent, name, version]) => {
    expect(browserIn(userAgent)).toEqual({ name, version })
  })

  test.for([
    [chrome(109), 'Chrome 109: dùng tốt'],
    [chrome(109, ' Edg/109.0.1518.140'), 'Edge 109: dùng tốt'],
    [cocCoc(120, 114), 'Cốc Cốc 120: dùng tốt'],
    [firefox(153), 'Firefox 153: dùng được, đã thử bản 153'],
    [firefox(115), 'Firefox 115: chưa thử bản này, bản 153 dùng được'],
  ] as const)('that the deck is built for is good enough: %s', ([userAgent, text]) => {
    expect(browserState(userAgent)).toEqual({ text, good: true })
  })

  test.for([
    [chrome(108), 'Chrome 108: đã cũ, cần Chrome hoặc Edge từ bản 109'],
    [chrome(64, ' Edge/18.17763'), 'Edge 18: đã cũ, cần Chrome hoặc Edge từ bản 109'],
    [cocCoc(114, 108), 'Cốc Cốc 114: đã cũ, cần Chrome hoặc Edge từ bản 109'],
    [firefox(102), 'Firefox 102: đã cũ, cần từ bản 115'],
    [safari('16.3'), 'Safari 16.3: đã cũ, cần từ bản 16.4'],
    [safari('16.4'), 'Safari 16.4: chưa thử bản này'],
    [safari('26.0'), 'Safari 26: mới thử được một phần'],
    // Safari's user agent does not contain the system's real version any more.
    [onIPhone('18_6', 'Version/26.0'), 'Safari 26: mới thử được một phần'],
    [onIPhone('16_3', 'CriOS/120.0'), 'Chrome 120: đã cũ, cần iOS từ bản 16.4'],
    [onIPhone('17_4', 'FxiOS/128.0'), 'Firefox 128: chưa thử bản này'],
    ['curl/8.5.0', 'Trình duyệt không rõ tên: chưa thử, nên dùng Chrome hoặc Edge'],
  ] as const)('that is older or unknown is not: %s', ([userAgent, text]) => {
    expect(browserState(userAgent)).toEqual({ text, good: false })
  })
})
