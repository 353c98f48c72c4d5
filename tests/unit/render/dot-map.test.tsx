import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { DotMap } from '../../../src/render/slide/dot-map.tsx'

/** The dots of a drawing for so many sites: their centres, their size, the height of the drawing. */
function drawn(sites: number) {
  const html = renderToString(<DotMap sites={sites} label="" />)
  const [, path = '', size] = /class="sites" d="([^"]*)" stroke-width="([^"]*)"/.exec(html) ?? []
  const [, height] = /viewBox="0 0 93\.20 ([\d.]+)"/.exec(html) ?? []
  const at: (readonly [number, number])[] = []
  for (const [, move, x, y] of path.matchAll(/([Mm])([\d.]+) ([\d.]+)h0/g)) {
    const [left, top] = move === 'm' ? (at.at(-1) ?? [0, 0]) : [0, 0]
    at.push([left + Number(x), top + Number(y)])
  }
  return { at, radius: Number(size) / 2, height: Number(height) }
}

test.for([20, 63, 120, 300, 705, 3321])(
  'for %i sites there are fewer dots, but not many fewer',
  (sites) => {
    const { at } = drawn(sites)
    expect(at.length).toBeLessThan(sites)
    expect(at.length).toBeGreaterThanOrEqual(sites * 0.6)
  },
)

test.for([20, 63, 120, 300, 705, 3321])(
  'for %i sites no dot leaves the drawing, touches another or stands where the hub and its name do',
  (sites) => {
    const { at, radius, height } = drawn(sites)
    expect(height).toBeGreaterThan(45)
    expect(height).toBeLessThan(66.1)
    const [[first = 0] = [], [second = 0] = []] = at
    expect(second - first).toBeGreaterThan(2 * radius)
    for (const [x = 0, y = 0] of at) {
      expect(x - radius).toBeGreaterThanOrEqual(-0.01)
      expect(x + radius).toBeLessThanOrEqual(93.21)
      expect(y + radius).toBeLessThanOrEqual(height + 0.01)
      expect(x + radius < 9.5 || x - radius > 60 || Math.abs(y - height / 2) > 5).toBe(true)
    }
  },
)
