import { type Position, positionIn, type RunningOrder } from '../../model/deck/running-order.ts'
import { asRecord } from '../../model/record.ts'
import { account, freshTalk, reset, type Talk, talkIn } from '../../model/talk/talk.ts'
import { type Versioned, versionedIn } from '../../model/talk/versioned.ts'
import type { Channel, Message, Role } from './channel.ts'
import { type Change, Register } from './register.ts'
import type { StateStorage } from './storage.ts'

/** What the hall sees. `started` is true from the first full screen on. */
export interface SessionView extends Position {
  readonly black: boolean
  readonly started: boolean
}

/** What all windows of a deck agree on. */
interface Shared {
  readonly view: Versioned<SessionView>
  readonly talk: Versioned<Talk>
}

/** What a session is opened with. */
interface Setting {
  readonly role: Role
  readonly runningOrder: RunningOrder
  readonly channel: Channel
  readonly storage: StateStorage
  /** The position that the address asks for, if a person asked. */
  readonly link?: Position | undefined
  /** Where this window stood before it was loaded again, and since when, as its address tells. */
  readonly stood?: (Position & { readonly when: number }) | undefined
  /** The slide to stand on for one that this window does not show; none where it never knew it. */
  readonly near?: (slide: string) => string | undefined
  /** Says a sentence to the person at this window. */
  readonly say: (text: string) => void
}

/** Called after a change; `found` is true for what stood before this window heard of it. */
type Listener = (before: SessionView, talk: Talk, found: boolean) => void

/** After so long without a change a talk is over, and the deck opens anew. In milliseconds. */
const longestTalk = 4 * 3_600_000

/** How long a window waits for what was kept before it opens; what comes later is adopted. */
const patience = 300

/** How long an open window may take to say that a link is to join it, in milliseconds. */
const courtesy = 3000

/** How long what was done at first is done again on what is heard, in milliseconds. */
const youth = 30_000

/** A window that was not heard for so long is gone, in milliseconds. */
const silence = 2500

/** The partner's grace after it said goodbye: it may only be loading again. */
const grace = 1500

const names = ['view', 'talk'] as const

const firstOf = (runningOrder: RunningOrder): SessionView => ({
  slide: runningOrder[0].id,
  step: 0,
  black: false,
  started: false,
})

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * The one state behind every window of a deck: what is shown, and the talk's clock. Each window
 * sets it, tells the others, and keeps it on the machine; the newest setting stands everywhere.
 */
export class Session {
  readonly runningOrder: RunningOrder
  /** Resolves once the machine has told what it kept, or that it keeps nothing; perhaps never. */
  readonly settled: Promise<void>
  readonly #role: Role
  readonly #near: (slide: string) => string | undefined
  readonly #channel: Channel
  readonly #storage: StateStorage
  readonly #id = Math.random().toString(36).slice(2)
  readonly #heard = new Map<Role, number>()
  readonly #listeners: Listener[] = []
  readonly #view: Register<SessionView>
  readonly #talk = new Register<Talk>(freshTalk)
  /** What is to be kept once it is known what was; none from then on. */
  #unkept: Set<keyof Shared> | undefined = new Set()

  private constructor(setting: Setting) {
    const { role, runningOrder, channel, storage, link, stood, near = () => undefined } = setting
    this.runningOrder = runningOrder
    this.#role = role
    this.#near = near
    this.#channel = channel
    this.#storage = storage
    this.#view = new Register(firstOf(runningOrder))
    // What a person asks for is later than all that was kept.
    if (link) this.#suppose(link, Number.POSITIVE_INFINITY)
    else if (stood && Date.now() - stood.when < longestTalk) this.#suppose(stood, stood.when)
    channel.follow((message) => this.#hear(message))
    addEventListener('pagehide', () => this.#tell('bye'))
    addEventListener('pageshow', ({ persisted }) => persisted && this.ask())
    this.ask()
    this.settled = this.#remember(setting)
  }

  /**
   * Finds out where the talk stands: from other windows, the address, or what was kept. A disk or a
   * window that answers late is no reason to wait: what it tells is adopted when it comes.
   */
  static async open(setting: Setting): Promise<Session> {
    const session = new Session(setting)
    void wait(courtesy).then(() => session.#stand())
    void Promise.all([session.settled, wait(youth)]).then(() => {
      session.#view.ripen()
      session.#talk.ripen()
    })
    await Promise.race([session.settled, wait(patience)])
    return session
  }

  get view(): SessionView {
    return this.#view.now.value
  }

  /** When what is shown was set, in milliseconds of the wall clock. */
  get since(): number {
    return this.#view.now.when
  }

  get talk(): Talk {
    return this.#talk.now.value
  }

  /** Whether another window of this role was heard just now. */
  hears(role: Role): boolean {
    return performance.now() - (this.#heard.get(role) ?? Number.NEGATIVE_INFINITY) < silence
  }

  /** Whether no other window was ever heard. */
  get isAlone(): boolean {
    return this.#heard.size === 0
  }

  /** Asks the other windows what they know; each answers. */
  ask(): void {
    this.#tell('hello')
  }

  /** Shows something else, everywhere. */
  show(change: Partial<SessionView>): void {
    this.#set({ view: (view) => ({ ...view, ...change }) })
  }

  /** Sets the talk's clock, everywhere. The change is made again on a clock that is found late. */
  keepTime(talk: Change<Talk>): void {
    this.#set({ talk })
  }

  /** Shows the first slide and resets the clock, in one step: no window sees the one alone. */
  restart(): void {
    const { slide } = this.view
    const now = Date.now()
    this.#set({
      view: () => firstOf(this.runningOrder),
      talk: (talk) => reset(account(talk, slide, now)),
    })
  }

  /** Calls back after every change, with what was shown and timed before it. */
  onChange(listener: Listener): void {
    this.#listeners.push(listener)
  }

  #suppose({ slide, step }: Position, when: number): void {
    this.#view.suppose((view) => ({ ...view, slide, step, black: false }), when)
  }

  /** Stands by what an address told. Where other windows are open, the hall's screen does not jump. */
  #stand(): void {
    if (!this.#view.isSupposed) return
    const { view, talk } = this
    if (this.isAlone) {
      // Since when it stood there it stands: what is kept and newer is not lost to it.
      const when = Number.isFinite(this.since) ? this.since : Date.now()
      this.#set({ view: () => view }, when)
    } else {
      this.#view.suppose(() => firstOf(this.runningOrder), 0)
      this.#call(view, talk, true)
    }
  }

  /** Adopts what was kept, and keeps what was done before it was known. */
  async #remember({ storage, say }: Setting): Promise<void> {
    const kept = await Promise.all(names.map((name) => storage.read(name)))
    const [view, talk] = kept
    const read = this.#read({ view, talk })
    if (kept.some((value, at) => value !== undefined && !read[names[at] as keyof Shared])) {
      say('Dữ liệu lưu lần trước không đọc được nên đã bỏ qua.')
    }
    this.#find(this.#begunAnew(read), true, true)
    const unkept = this.#unkept ?? []
    this.#unkept = undefined
    for (const name of unkept) this.#keep({ [name]: this.#register(name).now })
    // Nothing was kept and nobody has moved: an address has the word.
    if (this.#view.now.revision === 0) this.#stand()
  }

  /** What was kept, the first slide for a talk long over; a window still open knows better. */
  #begunAnew({ view, talk }: Partial<Shared>): Partial<Shared> {
    if (Date.now() - Math.max(view?.when ?? 0, talk?.when ?? 0) <= longestTalk) {
      return { ...(view && { view }), ...(talk && { talk }) }
    }
    return {
      ...(view && { view: { ...view, value: firstOf(this.runningOrder), by: '' } }),
      ...(talk && { talk: { ...talk, value: reset(talk.value), by: '' } }),
    }
  }

  #register(name: keyof Shared): Register<SessionView> | Register<Talk> {
    return name === 'view' ? this.#view : this.#talk
  }

  #set(change: { view?: Change<SessionView>; talk?: Change<Talk> }, when = Date.now()): void {
    const { by, revision } = this.#view.now
    // What a window has by itself it tells whole before it goes on from there.
    const same = <Value>(value: Value) => value
    if (by === '' && revision > 0) this.#put({ view: same, talk: same }, when)
    this.#put(change, when)
  }

  #put({ view, talk }: { view?: Change<SessionView>; talk?: Change<Talk> }, when: number): void {
    const before = [this.view, this.talk] as const
    const change = {
      ...(view && { view: this.#view.set(view, this.#id, when) }),
      ...(talk && { talk: this.#talk.set(talk, this.#id, when) }),
    }
    this.#call(...before, false)
    this.#tell('state', change)
    this.#keep(change)
  }

  /** Takes what is newer than what stands here, and tells what was done again on it. */
  #find({ view, talk }: Partial<Shared>, found: boolean, kept = false): void {
    const before = { view: this.#view.now, talk: this.#talk.now }
    const shown = view && this.#view.find(view, this.#id, kept)
    const timed = talk && this.#talk.find(talk, this.#id, kept)
    if (this.#view.now === before.view && this.#talk.now === before.talk) return
    this.#call(before.view.value, before.talk.value, found)
    const again = {
      ...(shown && { view: this.#view.now }),
      ...(timed && { talk: this.#talk.now }),
    }
    if (!shown && !timed) return
    this.#tell('state', again)
    this.#keep(again)
  }

  #call(before: SessionView, talk: Talk, found: boolean): void {
    for (const listener of this.#listeners) listener(before, talk, found)
  }

  /** Keeps what was set here; not over what was never read. */
  #keep(change: Partial<Shared>): void {
    for (const name of names) {
      if (!change[name]) continue
      if (this.#unkept) this.#unkept.add(name)
      else this.#storage.keep(name, change[name])
    }
  }

  #tell(kind: Message['kind'], shared?: Partial<Shared>): void {
    this.#channel.announce({ kind, from: this.#id, role: this.#role, shared })
  }

  #hear({ kind, role, shared }: Message): void {
    this.#heard.set(role, performance.now() - (kind === 'bye' ? silence - grace : 0))
    if (kind === 'hello') {
      this.#tell('state', { view: this.#view.now, talk: this.#talk.now })
    }
    if (kind !== 'state') return
    const told = this.#read(shared)
    // Who is asked tells all; who sets something tells that.
    this.#find(told, told.view !== undefined && told.talk !== undefined)
  }

  /** The beginning of the slide that stands for one that a version hides. */
  #instead(value: unknown): Position | undefined {
    const { slide } = asRecord(value)
    const near = typeof slide === 'string' ? this.#near(slide) : undefined
    return near === undefined ? undefined : { slide: near, step: 0 }
  }

  /** The parts of a shared state that this deck can show, read from anything. */
  #read(shared: unknown): Partial<Shared> {
    const { view, talk } = asRecord(shared)
    const shown = versionedIn(view, (value) => {
      const position = positionIn(this.runningOrder, value) ?? this.#instead(value)
      const { black, started } = asRecord(value)
      return position && { ...position, black: black === true, started: started === true }
    })
    const timed = versionedIn(talk, talkIn)
    return { ...(shown && { view: shown }), ...(timed && { talk: timed }) }
  }
}
