import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { type Presentation, presentationIn } from '../../../../src/model/talk/relay-protocol.ts'
import {
  type Kept,
  type KvStore,
  SharedRegister,
} from '../../../../src/relay/nats/shared-register.ts'
import {
  mergePairingKeys,
  pairingKeysIn,
  pairingWith,
} from '../../../../src/relay/pairing/pairing.ts'
import { newestPresentation, noPresentation, publish } from '../../../../src/relay/presentation.ts'
import { fileRegister } from '../../../../src/relay/state/state-file.ts'
import { tries } from '../../../support/any-version.ts'
import { runningOrder } from '../../../support/running-order.ts'

const folder = mkdtempSync(join(tmpdir(), 'shared-'))
afterAll(() => rm(folder, { recursive: true }))

/** A store that, like NATS, may be away, answer late, or come back without its last values. */
function place() {
  let kept: Kept | undefined
  let last = 0
  const hearers: ((kept: Kept) => Promise<void>)[] = []
  let telling: Promise<unknown> = Promise.resolve()
  const tell = async (told: Kept, before: Promise<unknown>) => {
    await new Promise((resolve) => setTimeout(resolve))
    await Promise.allSettled([before, ...hearers.map((hear) => hear(told))])
  }
  /** Waits until every relay has heard of every value, and of what that led to. */
  const settled = async () => {
    for (let now: Promise<unknown> | undefined; now !== telling; ) {
      now = telling
      await now
    }
  }
  const store: KvStore & { away: boolean; mute: boolean; forget(): void } = {
    away: false,
    mute: false,
    forget() {
      kept = undefined
      last = 0
    },
    async get() {
      await Promise.resolve()
      if (store.away) throw new Error('away')
      return kept
    },
    async set(_, value, after) {
      await Promise.resolve()
      if (store.away) throw new Error('away')
      if ((kept?.revision ?? 0) !== after) return undefined
      kept = { revision: ++last, value: JSON.parse(JSON.stringify(value)) }
      // Other relays hear of a value a moment later, or not at all.
      if (!store.mute) telling = tell(kept, telling)
      return kept.revision
    },
  }
  return { store, hearers, settled, kept: () => kept?.value }
}

let files = 0

function relayOf<T>(
  { store, hearers }: ReturnType<typeof place>,
  read: (value: unknown) => T | undefined,
  joined: (one: T, other: T) => T,
) {
  let found: KvStore | undefined
  const register = new SharedRegister({
    key: 'x',
    local: fileRegister(join(folder, `${files++}`), read),
    read,
    join: joined,
    store: () => found,
    lose: () => {
      found = undefined
    },
  })
  hearers.push((kept) => register.hear(kept))
  const meet = async () => {
    await register.agree(store).then(
      () => {
        found = store
      },
      () => {
        found = undefined
      },
    )
  }
  return Object.assign(register, { meet })
}

const register = (at: ReturnType<typeof place>) =>
  relayOf(at, (value) => presentationIn(runningOrder, value), newestPresentation)

const show = (slide: string, step = 0) => {
  return (now: Presentation | undefined) => {
    const outcome = publish(now ?? noPresentation(1), runningOrder, {
      slide,
      step,
      screen: 'slide',
      lease: now?.lease || 1,
    })
    return 'presentation' in outcome ? outcome.presentation : now
  }
}

test('all relays get each change in its order, whichever relay received it', async () => {
  const at = place()
  const relays = [register(at), register(at)] as const
  for (const { meet } of relays) await meet()
  const heard: string[] = []
  relays[1].subscribe(({ seq, slide }) => heard.push(`${seq} ${slide}`))
  await relays[0].change(show('one'))
  // The other relay has not heard of it yet, and continues from there all the same.
  await relays[1].change(show('two'))
  await relays[0].change(show('three'))
  await at.settled()
  expect(relays.map((each) => each.current()?.slide)).toEqual(['three', 'three'])
  expect(heard).toEqual(['1 one', '2 two', '3 three'])
  expect(at.kept()).toMatchObject({ seq: 3, slide: 'three' })
})

test('a relay that is cut off goes on alone, and afterwards all agree on the newest state', async () => {
  const at = place()
  const relays = [register(at), register(at)] as const
  for (const { meet } of relays) await meet()
  await relays[0].change(show('one'))
  await at.settled()
  at.store.away = true
  await relays[0].change(show('two'))
  await relays[0].change(show('three'))
  expect(relays.map((each) => each.current()?.slide)).toEqual(['three', 'one'])
  await relays[1].change(show('one', 1))
  at.store.away = false
  // The one with the older state comes first: it must not win.
  for (const { meet } of [...relays].reverse()) await meet()
  await at.settled()
  for (const { meet } of relays) await meet()
  expect(relays.map((each) => each.current()?.slide)).toEqual(['three', 'three'])
  expect(at.kept()).toMatchObject({ seq: 3, slide: 'three' })
})

test('a store that lost its value or has an invalid one gets the relays’ value', async () => {
  const at = place()
  const relay = register(at)
  await relay.meet()
  await relay.change(show('one'))
  at.store.forget()
  await relay.meet()
  expect(at.kept()).toMatchObject({ slide: 'one' })
  await at.store.set('x', 'nonsense', 1)
  await at.settled()
  expect(relay.current()?.slide).toBe('one')
  await relay.change(show('two'))
  expect(at.kept()).toMatchObject({ slide: 'two' })
})

test('whatever is lost on the way, all relays end up with the same presented state', async () => {
  type Step = { kind: 'show'; relay: number; slide: string } | { kind: 'place' | 'meet' | 'mute' }
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      kind: fc.constant('show' as const),
      relay: fc.nat(2),
      slide: fc.constantFrom('one', 'two', 'three', 'end'),
    }),
    fc.record({ kind: fc.constantFrom('place' as const, 'meet' as const, 'mute' as const) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const at = place()
      const relays = [register(at), register(at), register(at)]
      let last = ''
      for (const each of steps) {
        if (each.kind === 'place') at.store.away = !at.store.away
        if (each.kind === 'mute') at.store.mute = !at.store.mute
        if (each.kind === 'meet') for (const { meet } of relays) await meet()
        if (each.kind !== 'show') continue
        await relays[each.relay]?.change(show(each.slide))
        last = each.slide
      }
      at.store.away = false
      for (const { meet } of [...relays, ...relays]) await meet()
      const shown = new Set(relays.map((relay) => JSON.stringify(relay.current())))
      expect(shown.size).toBe(1)
      if (!last) return
      // The presenter sends its state again every ten seconds, so the last one shown wins.
      await relays[0]?.change(show(last))
      for (const { meet } of relays) await meet()
      expect(relays.map((relay) => relay.current()?.slide)).toEqual([last, last, last])
    }),
    { numRuns: tries(200) },
  )
}, 30_000)

test('a screen paired with one relay is paired with all; a code works once, with any of them', async () => {
  const at = place()
  const rings = [
    relayOf(at, pairingKeysIn, mergePairingKeys),
    relayOf(at, pairingKeysIn, mergePairingKeys),
  ] as const
  for (const { meet } of rings) await meet()
  const told: string[] = []
  const [one, other] = [
    pairingWith(rings[0], { onCode: (reason) => told.push(`one ${reason}`) }),
    pairingWith(rings[1], { onCode: (reason) => told.push(`other ${reason}`) }),
  ]
  await at.settled()
  const { code } = one
  const [token = '', twice] = await Promise.all([other.pair(code), other.pair(code)])
  expect(twice).toBeUndefined()
  await at.settled()
  expect(told).toEqual(['one paired'])
  expect(one.holds(token) && other.holds(token)).toBe(true)
  expect(await one.pair(code)).toBeUndefined()
  expect(await other.pair(one.code)).toBeDefined()
  await at.settled()
  await one.rotate()
  await at.settled()
  expect(one.holds(token) || other.holds(token)).toBe(false)
  expect(told).toEqual(['one paired', 'one paired', 'one rotated', 'other rotated'])
  // What was revoked while a relay was cut off stays revoked.
  const fresh = (await one.pair(one.code)) ?? ''
  await at.settled()
  at.store.away = true
  await other.rotate()
  at.store.away = false
  for (const { meet } of rings) await meet()
  for (const { meet } of rings) await meet()
  expect(one.holds(fresh) || other.holds(fresh)).toBe(false)
  await one.close()
  expect(await other.pair(one.code)).toBeUndefined()
})
