import type { Position, RunningOrder } from '../../model/deck/running-order.ts'
import { asRecord } from '../../model/record.ts'
import type { Pointed } from '../../model/talk/pointed.ts'
import { account, freshTalk, longestTalk, reset, type Talk } from '../../model/talk/talk.ts'
import type { Versioned } from '../../model/talk/versioned.ts'
import type { Channel, Message, Role } from './channel.ts'
import { Presence } from './presence.ts'
import { type Change, Register } from './register.ts'
import {
  begunAnew,
  changed,
  firstView,
  type SessionView,
  type Shared,
  sharedIn,
  sharedNames,
} from './shared-state.ts'
import type { StateStorage } from './storage.ts'

/** Arguments of `Session.open`. */
interface Setting {
  readonly role: Role
  readonly runningOrder: RunningOrder
  readonly channel: Channel
  readonly storage: StateStorage
  /** The position in the address, if a user asked for it. */
  readonly link?: Position | undefined
  /**
   * The position of this window before a reload, and since when (wall clock, ms), from its address.
   */
  readonly stood?: (Position & { readonly when: number }) | undefined
  /**
   * The slide to show in place of one that this window's version hides; undefined for unknown
   * slides.
   */
  readonly near?: (slide: string) => string | undefined
  /** Shows a message in this window. */
  readonly say: (text: string) => void
}

/**
 * Called after a change with the state before it. `found` is true if the new state is older and
 * this window has only now heard of it.
 */
type Listener = (before: SessionView, talk: Talk, found: boolean) => void

/**
 * Called after the view has changed from `before`, here or elsewhere; returns what to do to the
 * clock, if anything.
 */
type Timing = (before: SessionView) => Change<Talk> | undefined

/** How long opening waits for the storage, in ms; what is read later is adopted then. */
const patience = 300

/**
 * How long other windows may take to answer before the position in an address is settled, in ms.
 */
const courtesy = 3000

/** How long changes are applied again to values found later, in ms. */
const youth = 30_000

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * The one state behind all windows of a deck: the view, and the talk's clock. Each window can
 * change it, announces changes to the others and stores them; the newest value wins in all windows.
 */
export class Session {
  /** Resolves once the storage was read or has failed; possibly never. */
  readonly settled: Promise<void>
  #runningOrder: RunningOrder
  readonly #role: Role
  readonly #near: (slide: string) => string | undefined
  readonly #channel: Channel
  readonly #storage: StateStorage
  readonly #id = Math.random().toString(36).slice(2)
  readonly #others = new Presence()
  readonly #listeners: Listener[] = []
  readonly #watchers: ((pointed: unknown) => void)[] = []
  #timing: Timing | undefined
  readonly #view: Register<SessionView>
  /** Whether other windows have had the time to answer. */
  #hasWaited = false
  /** The view of this window as it last asked the others. */
  #asked: Versioned<SessionView> | undefined
  readonly #talk = new Register<Talk>(freshTalk)
  /**
   * Values to store once the storage was read, so that nothing unread is overwritten; then
   * undefined.
   */
  #unkept: Set<keyof Shared> | undefined = new Set()

  private constructor(setting: Setting) {
    const { role, runningOrder, channel, storage, link, stood, near = () => undefined } = setting
    this.#runningOrder = runningOrder
    this.#role = role
    this.#near = near
    this.#channel = channel
    this.#storage = storage
    this.#view = new Register(firstView(runningOrder))
    // A user's request is newer than everything stored.
    if (link) this.#suppose(link, Number.POSITIVE_INFINITY)
    else if (stood && Date.now() - stood.when < longestTalk) this.#suppose(stood, stood.when)
    channel.follow((message) => this.#hear(message))
    addEventListener('pagehide', () => this.#tell('bye'))
    addEventListener('pageshow', ({ persisted }) => persisted && this.#returned(setting))
    this.ask()
    this.settled = this.#remember(setting)
  }

  /**
   * Opens a session with the state of other windows, the address or the storage. Does not wait for
   * a slow disk or window: their state is adopted when it arrives.
   */
  static async open(setting: Setting): Promise<Session> {
    const session = new Session(setting)
    void wait(courtesy).then(() => {
      session.#hasWaited = true
      session.#stand()
    })
    void Promise.all([session.settled, wait(youth)]).then(() => {
      session.#view.ripen()
      session.#talk.ripen()
    })
    // Where nothing was stored, there is nothing to wait for.
    if (setting.storage.holds?.() ?? true) await Promise.race([session.settled, wait(patience)])
    return session
  }

  /** The slides that this window shows, in order; it changes with `renew`. */
  get runningOrder(): RunningOrder {
    return this.#runningOrder
  }

  get view(): SessionView {
    return this.#view.now.value
  }

  /** When the view was set, wall-clock time in ms. */
  get since(): number {
    return this.#view.now.when
  }

  get talk(): Talk {
    return this.#talk.now.value
  }

  /** The talk with the time of the current slide up to now; other windows hear nothing of it. */
  get counted(): Talk {
    return account(this.talk, this.view.slide, Date.now())
  }

  /** Whether another window of this role was heard recently. */
  hears(role: Role): boolean {
    return this.#others.has(role)
  }

  /** Whether no other window was ever heard. */
  get isAlone(): boolean {
    return this.#others.isAlone
  }

  /**
   * Whether an open window of this role goes on showing something else than this one: it has another
   * deck, or another version of it, in which what is shown here is missing.
   */
  isApart(role: Role): boolean {
    return this.#others.isApart(role)
  }

  /** Asks the other windows for their state; each answers. */
  ask(): void {
    this.#asked = this.#view.now
    this.#tell('hello')
  }

  /** Changes the view in all windows. */
  show(change: Partial<SessionView>): void {
    this.#set({ view: (view) => changed(view, change) })
  }

  /**
   * Goes on with slides that were added or taken away, the shown one not among them; listeners are
   * called. For a window that does not talk to others.
   */
  renew(runningOrder: RunningOrder): void {
    this.#runningOrder = runningOrder
    this.#call(this.view, this.talk, false)
  }

  /** Changes the talk's clock in all windows; applied again to a clock that is found later. */
  keepTime(talk: Change<Talk>): void {
    this.#set({ talk })
  }

  /**
   * Shows the first slide and resets the clock in one message, so that no window sees only one of
   * them.
   */
  restart(): void {
    const { slide } = this.view
    const now = Date.now()
    this.#set({
      view: () => firstView(this.runningOrder),
      talk: (talk) => reset(account(talk, slide, now), now),
    })
  }

  /**
   * Has every change of the view set the clock in the same step: listeners are called once, after both,
   * and other windows are sent the view first. Not for changes that set the clock themselves, nor for
   * a state that was found.
   */
  timeBy(timing: Timing): void {
    this.#timing = timing
  }

  /** Registers a listener for every change. */
  onChange(listener: Listener): void {
    this.#listeners.push(listener)
  }

  /** Tells the other windows where the presenter points. Nothing is kept of it. */
  point(pointed: Pointed): void {
    this.#channel.announce({ kind: 'pointer', from: this.#id, role: this.#role, pointed })
  }

  /** Registers a listener for where other windows say that the presenter points; unchecked. */
  onPoint(watcher: (pointed: unknown) => void): void {
    this.#watchers.push(watcher)
  }

  #suppose({ slide, step }: Position, when: number): void {
    this.#view.suppose((view) => ({ ...view, slide, step, screen: 'slide' }), when)
  }

  /**
   * Settles a position that came from an address: sets it, unless other windows are open, because
   * the audience's screen must not jump.
   */
  #stand(): void {
    if (!this.#view.isSupposed) return
    const { view, talk } = this
    if (this.isAlone) {
      // With its original time, so that a newer stored state wins over it.
      const when = Number.isFinite(this.since) ? this.since : Date.now()
      this.#publish({ view: this.#view.settle(when) })
    } else {
      this.#view.suppose(() => firstView(this.runningOrder), 0)
      this.#call(view, talk, true)
    }
  }

  /**
   * Catches up with what happened while this page was left, which the Back button has brought back: the
   * windows that went on meanwhile may be closed.
   */
  #returned(setting: Setting): void {
    this.ask()
    void this.#recall(setting)
  }

  /** Adopts the stored state. */
  async #recall({ storage, say }: Setting): Promise<void> {
    const kept = await Promise.all(sharedNames.map((name) => storage.read(name)))
    const [view, talk] = kept
    const read = sharedIn({ view, talk }, this.runningOrder, this.#near)
    if (sharedNames.some((name, at) => kept[at] !== undefined && !read[name])) {
      say('Dữ liệu lưu lần trước không đọc được nên đã bỏ qua.')
    }
    this.#find(begunAnew(read, this.runningOrder), true, true)
  }

  /** Adopts the stored state, then stores the changes made before it was read. */
  async #remember(setting: Setting): Promise<void> {
    await this.#recall(setting)
    const unkept = this.#unkept ?? []
    this.#unkept = undefined
    for (const name of unkept) this.#keep({ [name]: this.#register(name).now })
    // Nothing was stored and nothing has changed, or no window has answered before the disk did: the
    // position in the address is set.
    if (this.#view.now.revision === 0 || this.#hasWaited) this.#stand()
  }

  #register(name: keyof Shared): Register<SessionView> | Register<Talk> {
    return name === 'view' ? this.#view : this.#talk
  }

  #set(change: { view?: Change<SessionView>; talk?: Change<Talk> }, when = Date.now()): void {
    const { by, revision } = this.#view.now
    // A state derived by this window alone was never announced: announces all of it before the
    // change.
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
    const timed = talk ? undefined : this.#time(before[0], when)
    this.#call(...before, false)
    this.#publish(change)
    if (timed) this.#publish({ talk: timed })
  }

  /**
   * Takes values newer than this window's, and announces those that own changes were applied to
   * again.
   */
  #find({ view, talk }: Partial<Shared>, found: boolean, kept = false): void {
    const before = { view: this.#view.now, talk: this.#talk.now }
    const shown = view && this.#view.find(view, this.#id, kept)
    const again = talk && this.#talk.find(talk, this.#id, kept)
    if (this.#view.now === before.view && this.#talk.now === before.talk) return
    const sameTalk = this.#talk.now === before.talk
    const timed = sameTalk && !found ? this.#time(before.view.value, Date.now()) : undefined
    this.#call(before.view.value, before.talk.value, found)
    if (shown || again) {
      this.#publish({
        ...(shown && { view: this.#view.now }),
        ...(again && { talk: this.#talk.now }),
      })
    }
    if (timed) this.#publish({ talk: timed })
  }

  /** Sets the clock after a change of the view, if it has to be set. */
  #time(before: SessionView, when: number): Versioned<Talk> | undefined {
    const change = this.#timing?.(before)
    return change && this.#talk.set(change, this.#id, when)
  }

  /** Announces and stores values that were set here. */
  #publish(change: Partial<Shared>): void {
    this.#tell('state', change)
    this.#keep(change)
  }

  #call(before: SessionView, talk: Talk, found: boolean): void {
    for (const listener of this.#listeners) listener(before, talk, found)
  }

  /** Stores changes, but not before the storage was read. */
  #keep(change: Partial<Shared>): void {
    for (const name of sharedNames) {
      if (!change[name]) continue
      if (this.#unkept) this.#unkept.add(name)
      else this.#storage.keep(name, change[name])
    }
  }

  #tell(kind: Message['kind'], shared?: Partial<Shared>): void {
    this.#channel.announce({ kind, from: this.#id, role: this.#role, shared })
  }

  #hear(message: Message): void {
    const { kind, shared, pointed } = message
    this.#others.hear(message)
    if (kind === 'pointer') for (const watch of this.#watchers) watch(pointed)
    if (kind === 'hello') this.#answer()
    if (kind !== 'state') return
    const state = sharedIn(shared, this.runningOrder, this.#near)
    const { view, talk } = state
    // An answer to `hello` contains the whole state, an announcement only what changed.
    const isWhole = view !== undefined && talk !== undefined
    this.#find(state, isWhole)
    if ('view' in asRecord(shared) && talk) this.#others.compare(message, this.#hasAdopted(view))
    // The window was loaded again, and may not have heard the answer to its own `hello`.
    if (isWhole && view.revision < this.#view.now.revision) this.#answer()
  }

  /** Whether a window that tells this view has adopted what was shown here as it was asked. */
  #hasAdopted(view: Versioned<SessionView> | undefined): boolean {
    const { revision, value } = this.#asked ?? this.#view.now
    if (!view || view.revision !== revision) return view !== undefined && view.revision > revision
    return view.value.slide === value.slide && view.value.step === value.step
  }

  /** Tells the other windows all that this one knows. */
  #answer(): void {
    this.#tell('state', { view: this.#view.now, talk: this.#talk.now })
  }
}
