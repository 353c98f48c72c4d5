/** The servers that are compared. */
export const names = ['ours', 'socket.io', 'loop'] as const

export type Name = (typeof names)[number]

/** Their names in the tables. */
export const labels: Readonly<Record<Name, string>> = {
  ours: 'máy chủ này',
  'socket.io': 'socket.io',
  loop: 'vòng lặp gửi trần',
}

/** The measures: label with unit. */
export const measures = {
  p50: 'từ đổi trang đến người xem, p50, ms',
  p95: 'từ đổi trang đến người xem, p95, ms',
  p99: 'từ đổi trang đến người xem, p99, ms',
  max: 'từ đổi trang đến người xem, lâu nhất, ms',
  all: 'đến khi mọi người đã nhận, ms',
  cpu: 'CPU mỗi lần đổi trang, ms',
  stall: 'vòng sự kiện đứng lâu nhất, ms',
  'p95 pointing': 'như vậy khi đang dùng con trỏ, p95, ms',
  'pointer p95': 'từ con trỏ đến người xem, p95, ms',
  'pointer rate': 'số chỗ con trỏ một người nhận mỗi giây',
  'pointing cpu': 'CPU mỗi giây khi đang dùng con trỏ, ms',
  lost: 'người không có trạng thái cuối',
  join: 'CPU mỗi người vào, µs',
  unaware: 'người vào mà chưa có trạng thái',
  memory: 'bộ nhớ mỗi người xem, kB',
  whole: 'bộ nhớ cả tiến trình, MB',
  back: 'bị giết, đến khi mọi người trở lại, s',
  'back unaware': 'người trở lại mà chưa có trạng thái',
} as const

export type Measure = keyof typeof measures

/** The figures of one server with one number of viewers in one round. */
export interface Trial {
  readonly viewers: number
  readonly round: number
  readonly name: Name
  readonly figures: Readonly<Partial<Record<Measure, number>>>
}

/** The figures of one server, round by round; rounds without a figure are left out. */
export const figuresOf = (
  trials: readonly Trial[],
  viewers: number,
  measure: Measure,
  name: Name,
): readonly number[] =>
  trials
    .filter((trial) => trial.viewers === viewers && trial.name === name)
    .map(({ figures }) => figures[measure])
    .filter((figure) => figure !== undefined)

/** Our figure divided by socket.io's, for each round that has both. */
export const ratiosOf = (
  trials: readonly Trial[],
  viewers: number,
  measure: Measure,
): readonly number[] =>
  trials
    .filter((trial) => trial.viewers === viewers && trial.name === 'ours')
    .flatMap(({ round, figures }) => {
      const own = figures[measure]
      const base = trials.find(
        (trial) => trial.viewers === viewers && trial.round === round && trial.name === 'socket.io',
      )?.figures[measure]
      return own === undefined || !base ? [] : [own / base]
    })
