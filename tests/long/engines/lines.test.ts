import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { stepsOf } from '../../../src/model/deck/deck.ts'
import { addressesOf, deployments, layPackedFiles } from '../../browser/support/deployments.ts'
import { launch } from '../../support/launch.ts'
import { slides } from '../../support/slides.ts'
import { chromium109 } from './chromium-109.ts'
import type { Engine } from './engine.ts'
import { firefox } from './firefox.ts'
import { engineOf, oneContext } from './pages.ts'
import { presented, type Walk, walk } from './walk.ts'
import { webkit } from './webkit.ts'

// The deck of `slides/`, whose lines are set by hand, in every engine that a machine in a conference room may have.

layPackedFiles()

/** What the project's own browser does. */
let usual: Walk

/** Whether the rail of a slide is not as high as it is there. */
const isAstray = ([id, height]: readonly [string, number | undefined]): boolean =>
  Math.abs((height ?? 0) - (usual.rails[id] ?? 0)) > 0.2

beforeAll(async () => {
  const engine = await engineOf(async () => oneContext(await launch(inject('program'))))
  usual = await walk(await presented(await engine.open(addressesOf('the built site').deck)))
  await engine.stop()
})

describe.for([
  ['Firefox', () => firefox()],
  ['WebKit', webkit],
  ['Chromium 109', chromium109],
] as const)('%s', ([, start]) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await start()
    await engine.open('about:blank')
  }, 200_000)
  afterAll(() => engine?.stop())

  test.for(deployments)(
    'shows all that the deck has, line by line, with the rail in its place, on %s',
    async (deployment) => {
      const { positions, lines, rails } = await walk(
        await presented(await engine.open(addressesOf(deployment).deck)),
      )
      expect(positions).toHaveLength(slides.reduce((sum, slide) => sum + 1 + stepsOf(slide), 0))
      expect(positions).toEqual(usual.positions)
      expect(Object.values(lines).flat().length).toBeGreaterThan(180)
      expect(lines).toEqual(usual.lines)
      expect.soft(Object.entries(rails).filter(isAstray)).toEqual([])
    },
  )
})
