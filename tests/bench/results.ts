/** The decks that are compared. */
export const names = ['ours', 'before', 'starter', 'marp', 'h1'] as const

export type Name = (typeof names)[number]

/** Their names in the tables. */
export const labels: Readonly<Record<Name, string>> = {
  ours: 'bộ này',
  before: 'bộ này trước đây',
  starter: 'reveal.js viết tay',
  marp: 'Marp CLI',
  h1: 'chỉ một <h1>',
}

/** The measures: label with unit. */
export const measures = {
  bytes: 'tải lần đầu, kB',
  requests: 'số yêu cầu',
  'fcp fast': 'nét vẽ đầu, mạng nhanh, ms',
  'lcp fast': 'nét vẽ lớn nhất, mạng nhanh, ms',
  'ready fast': 'sẵn sàng, mạng nhanh, ms',
  'key fast': 'phím đầu có tác dụng, mạng nhanh, ms',
  'blocking fast': 'luồng chính bị chặn, mạng nhanh, ms',
  'fcp slow': 'nét vẽ đầu, mạng chậm, ms',
  'lcp slow': 'nét vẽ lớn nhất, mạng chậm, ms',
  'ready slow': 'sẵn sàng, mạng chậm, ms',
  'key slow': 'phím đầu có tác dụng, mạng chậm, ms',
  'blocking slow': 'luồng chính bị chặn, mạng chậm, ms',
  'key p50': 'từ phím đến trang đã vẽ, p50, ms',
  'key p95': 'từ phím đến trang đã vẽ, p95, ms',
  heap: 'bộ nhớ JavaScript sau khi lật, MB',
  process: 'bộ nhớ tiến trình sau khi lật, MB',
  build: 'dựng sau khi sửa một trang, s',
  start: 'mở bộ đã dựng, đến khi phục vụ, s',
  'pdf shared': 'lệnh PDF, cùng một trình duyệt, s',
  'pdf own': 'lệnh PDF, trình duyệt tự chọn, s',
  'pdf all': 'lệnh PDF ra mọi tệp, cùng một trình duyệt, s',
  'pdf size': 'tệp PDF, kB',
} as const

export type Measure = keyof typeof measures

/** All figures of a run, by number of slides, measure and deck. */
export class Results {
  readonly #figures = new Map<string, number[]>()

  add(size: number, measure: Measure, name: Name, value: number): void {
    const key = `${size} ${measure} ${name}`
    const figures = this.#figures.get(key)
    if (figures) figures.push(value)
    else this.#figures.set(key, [value])
  }

  of(size: number, measure: Measure, name: Name): readonly number[] {
    return this.#figures.get(`${size} ${measure} ${name}`) ?? []
  }

  toJSON(): unknown {
    return Object.fromEntries(this.#figures)
  }
}
