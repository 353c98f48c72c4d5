import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { deckRunningOrder } from '../../src/build/entry.ts'
import { kill, startRelay } from '../unit/relay/process.ts'
import { giveTalk } from './talk.ts'

test('two browsers and 300 viewers follow a whole talk, the relay killed in its midst', async () => {
  const runningOrder = deckRunningOrder()
  // The state beside the folder: a link to the built one would lead it out.
  const folder = inject('dist')
  const first = await startRelay(folder, { runningOrder })
  const { port, code } = first
  let relay = first
  try {
    await giveTalk({
      port,
      code,
      async during(presses) {
        if (presses !== 8) return
        await kill(relay)
        // The talk goes on meanwhile.
        void startRelay(folder, { runningOrder, port }).then((again) => {
          relay = again
        })
      },
      after: () => expect.poll(() => relay !== first, { timeout: 30_000 }).toBe(true),
    })
  } finally {
    await kill(relay)
    for (const end of ['', '.keys']) await rm(join(folder, `../live.json${end}`), { force: true })
  }
})
