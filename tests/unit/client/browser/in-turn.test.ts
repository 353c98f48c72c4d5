import { afterEach, expect, test, vi } from 'vitest'
import { inTurn } from '../../../../src/client/browser/in-turn.ts'

afterEach(() => vi.unstubAllGlobals())

test('what fails is reported, and what comes after it runs in its turn', async () => {
  const reported: unknown[] = []
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error))
  const done: string[] = []
  const take = inTurn()
  take(async () => {
    await Promise.resolve()
    done.push('one')
  })
  const mistake = new Error('drawing')
  take(() => Promise.reject(mistake))
  take(() => {
    throw mistake
  })
  await new Promise<void>((resolve) => {
    take(async () => {
      done.push('last')
      resolve()
    })
  })
  expect(done).toEqual(['one', 'last'])
  expect(reported).toEqual([mistake, mistake])
})
