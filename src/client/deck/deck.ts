import { askedBy } from '../../model/deck/running-order.ts'
import { type Command, commandOf, reloads } from '../../model/talk/command.ts'
import { inTime } from '../browser/in-time.ts'
import { follows, isPacked } from '../browser/scope.ts'
import { element } from '../ui/dom.ts'
import { noticeBoard } from '../ui/notice.ts'
import { applyScheme } from '../ui/scheme.ts'
import type { Shown } from '../version/apply.ts'
import { asRendered } from '../version/as-rendered.ts'
import { carried, hasNone, isKept } from '../version/carried.ts'
import { openStock, unloadedVersion } from '../version/stock.ts'
import { holdKeys } from './first/held-keys.ts'
import { wide } from './first/wide.ts'
import { prepareLater } from './load-later.ts'
import { root, scrollToSlide, slideRead } from './narrow.ts'
import { isIdle, present } from './present.ts'
import '../ui/script-runs.ts'
import { fetchStyle } from './style.ts'

/** Matches a device with a mouse, where a narrow page is a zoomed one and F5 can present it. */
const magnified = matchMedia('(hover: hover) and (pointer: fine)')

/** How long a host may take to send what shows a private version, in ms. */
const patience = 15_000

/**
 * Renders the private version into the page, if there is one; what does so is loaded only then. A
 * follower sees the presenter's deck.
 */
async function shownVersion(say: (text: string) => void): Promise<Shown> {
  // Loads in parallel with what reads the version.
  if (isKept() || carried() !== undefined) openStock().catch(() => undefined)
  const loading = import('../version/show.ts').catch(() => undefined)
  const module = await inTime(loading, patience)
  if (!module) say(unloadedVersion)
  return (await module?.showVersion({ say })) ?? asRendered(document)
}

/**
 * Starts the deck. A wide page and a follower's present at once. A narrow page is read, scrolled to
 * the slide in its address, and presents once it is wide or a command asks for it.
 */
export async function start(): Promise<void> {
  fetchStyle()
  applyScheme(root)
  const presents = wide.matches || follows
  // Before the deck listens itself, for which it may have to wait for a disk or the network.
  const keys = holdKeys()
  if (!presents) {
    keys.clear()
    keys.take()
  }
  const say = noticeBoard(element('.notice'))
  const isPublished = follows || hasNone()
  // Without waiting, the deck starts in the task that runs its script.
  const shown = isPublished ? asRendered(document) : await shownVersion(say)
  let presenting: Promise<(command: Command) => void> | undefined
  const begin = (here?: string) => {
    presenting ??= present(shown, say, keys, here).finally(() =>
      removeEventListener('keydown', ask, true),
    )
    return presenting
  }
  const obey = (command: Command) => void begin(slideRead()).then((run) => run(command))
  const ask = (event: KeyboardEvent) => {
    const command = commandOf(event)
    if (!command || !reloads(command)) return
    event.preventDefault()
    if (!presenting) obey(command)
  }
  if (presents) {
    await begin()
  } else {
    const id = askedBy(location.hash)?.slide
    if (id) scrollToSlide(id)
    addEventListener('keydown', ask, true)
    wide.addEventListener('change', () => void begin(), { once: true })
    if (magnified.matches)
      say('Cửa sổ hẹp hoặc đang phóng to, nên các trang xếp dọc để đọc. Bấm F5 để trình chiếu.')
  }
  prepareLater(({ startPage, watchVersion }, sign) => {
    startPage({ say, obey, isIdle }, sign)
    if (isPublished && !follows) watchVersion({ say })
  })
}

if (!isPacked) void start()
