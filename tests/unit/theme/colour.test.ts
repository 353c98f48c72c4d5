import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

type Rgb = readonly [number, number, number]

const css = readFileSync(join(import.meta.dirname, '../../../src/theme/tokens.css'), 'utf8')
const values = new Map(
  [...css.matchAll(/--(\w+): #([0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [
    name,
    [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb,
  ]),
)
const roles = new Map(
  [
    ...css.matchAll(/--color-(\w+): var\(--light, var\(--(\w+)\)\) var\(--dark, var\(--(\w+)\)\)/g),
  ].map(([, role = '', light = '', dark = '']) => [role, { light, dark }]),
)

const linear = (part: number): number =>
  part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4

type Eye = 'usual' | 'protanopia' | 'deuteranopia' | 'tritanopia' | 'grey print'

/**
 * How each kind of eye sees linear light, as matrix rows (Machado, Oliveira and Fernandes, 2009);
 * and grey print.
 */
const eyes: Readonly<Record<Eye, readonly (readonly number[])[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  'grey print': [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
}

const clamp = (value: number): number => Math.min(Math.max(value, 0), 1)

function luminance(color: Rgb, eye: Eye): number {
  const light = color.map(linear)
  const [r = 0, g = 0, b = 0] = eyes[eye].map((row) =>
    clamp(row.reduce((sum, weight, at) => sum + weight * (light[at] ?? 0), 0)),
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(role: string, scheme: 'light' | 'dark', eye: Eye): number {
  const of = (name: string) => {
    const value = values.get(roles.get(name)?.[scheme] ?? '')
    if (!value) throw new Error(`The theme has no colour for ${name}.`)
    return luminance(value, eye)
  }
  const [one, other] = [of(role), of('ground')]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

describe.for(Object.keys(eyes) as Eye[])('seen with %s', (eye) => {
  test.for(['light', 'dark'] as const)('text has enough contrast, %s', (scheme) => {
    for (const role of ['text', 'quiet', 'accent']) {
      expect(contrast(role, scheme, eye), role).toBeGreaterThanOrEqual(7)
    }
  })

  test.for(['light', 'dark'] as const)('dots and rings have enough contrast, %s', (scheme) => {
    expect(contrast('field', scheme, eye)).toBeGreaterThanOrEqual(3)
  })
})

test('what colour says, shape says too: bars of the rail differ in height, rings have a hole', () => {
  const parts = readFileSync(
    join(import.meta.dirname, '../../../src/theme/slide/parts.css'),
    'utf8',
  )
  const heights = ['done', 'now', 'ahead'].map((state) =>
    Number(new RegExp(`\\.rail \\.${state} \\{[^}]*stroke-width: ([\\d.]+)px`).exec(parts)?.[1]),
  )
  const [done = 0, now = 0, ahead = 0] = heights
  expect(now).toBeGreaterThanOrEqual(2 * done)
  expect(done).toBeGreaterThanOrEqual(1.5 * ahead)
  expect(parts).toMatch(/\.hole \{\s*stroke: var\(--color-ground\)/)
})

test('what is pressed has a frame, because forced colours take its fill away', () => {
  const screen = readFileSync(
    join(import.meta.dirname, '../../../src/theme/speaker/screen.css'),
    'utf8',
  )
  const [, rule = ''] = /\[aria-pressed="true"\] \{([^}]*background:[^}]*)\}/.exec(screen) ?? []
  expect(rule).toMatch(/border-width: 0 [1-9]px [1-9]px;/)
})
