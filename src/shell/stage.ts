import { fieldsOf } from '../model/fields.ts'
import { type Outline, type Position, positionIn } from '../model/position.ts'
import { newest, type Stamped, stampedIn } from '../model/stamped.ts'
import { account, freshTalk, reset, type Talk, talkIn } from '../model/talk.ts'
import type { Channel, Message, Role } from './channel.ts'
import type { Memory } from './memory.ts'

/** What the hall sees. `started` is true from the first full screen on. */
export interface Showing extends Position {
  readonly black: boolean
  readonly started: boolean
}

/** What all windows of a deck agree on. */
interface Shared {
  readonly showing: Stamped<Showing>
  readonly talk: Stamped<Talk>
}

/** What a stage is opened with. */
interface Setting {
  readonly role: Role
  readonly outline: Outline
  readonly channel: Channel
  readonly memory: Memory
  /** The position that the address asks for, if a person asked. */
  readonly link?: Position | undefined
  /** The slide to stand on for one that this window does not show; none where it never knew it. */
  readonly near?: (slide: string) => string | undefined
  /** Says a sentence to the person at this window. */
  readonly say: (text: string) => void
}

/** After so long without a change a talk is over, and the deck opens anew. In milliseconds. */
const session = 4 * 3_600_000

/** How long other windows are given to answer, in milliseconds. */
const patience = 100

/** The same before a talk is taken to be over: a window in the background is slow. */
const longPatience = 1000

/** A window that was not heard for so long is gone, in milliseconds. */
const silence = 2500

/** The partner's grace after it said goodbye: it may only be loading again. */
const grace = 1500

const names = ['showing', 'talk'] as const

const firstOf = (outline: Outline): Showing => ({
  slide: outline[0].id,
  step: 0,
  black: false,
  started: false,
})

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * The one state behind every window of a deck: what is shown, and the talk's clock. Each window
 * sets it, tells the others, and keeps it on the machine; the newest setting stands everywhere.
 */
export class Stage {
  readonly outline: Outline
  readonly #role: Role
  readonly #near: (slide: string) => string | undefined
  readonly #channel: Channel
  readonly #memory: Memory
  readonly #id = Math.random().toString(36).slice(2)
  readonly #heard = new Map<Role, number>()
  readonly #listeners: ((before: Showing, talk: Talk) => void)[] = []
  #shared: Shared

  private constructor({ role, outline, channel, memory, near = () => undefined }: Setting) {
    this.outline = outline
    this.#role = role
    this.#near = near
    this.#channel = channel
    this.#memory = memory
    const unset = { version: 0, by: '', when: 0 }
    this.#shared = {
      showing: { value: firstOf(outline), ...unset },
      talk: { value: freshTalk, ...unset },
    }
    channel.follow((message) => this.#hear(message))
    addEventListener('pagehide', () => this.#tell('bye'))
    addEventListener('pageshow', ({ persisted }) => persisted && this.ask())
  }

  /** Finds out where the talk stands: from other windows, the address, or what was kept. */
  static async open(setting: Setting): Promise<Stage> {
    const { memory, link, say } = setting
    const stage = new Stage(setting)
    stage.ask()
    const kept = await Promise.all(names.map((name) => memory.read(name)))
    const [showing, talk] = kept
    const read = stage.#read({ showing, talk })
    if (kept.some((value, at) => value !== undefined && !read[names[at] as keyof Shared])) {
      say('Dữ liệu lưu lần trước không đọc được nên đã bỏ qua.')
    }
    stage.#adopt(read)
    const { version, when } = stage.#shared.showing
    const old = version > 0 && Date.now() - when > session
    // An open deck is not thrown to its first slide because a busy window answers late.
    if (stage.isAlone && (old || (link && version > 0))) await wait(old ? longPatience : patience)
    if (old && stage.isAlone) stage.restart()
    // Where other windows are open, a link joins them: the hall's screen does not jump.
    if (link && stage.isAlone) stage.show({ ...stage.showing, ...link, black: false })
    return stage
  }

  get showing(): Showing {
    return this.#shared.showing.value
  }

  get talk(): Talk {
    return this.#shared.talk.value
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
  show(change: Partial<Showing>): void {
    this.#set({ showing: { ...this.showing, ...change } })
  }

  /** Sets the talk's clock, everywhere. */
  keepTime(talk: Talk): void {
    this.#set({ talk })
  }

  /** Shows the first slide and resets the clock, in one step: no window sees the one alone. */
  restart(): void {
    const talk = reset(account(this.talk, this.showing.slide, Date.now()))
    this.#set({ showing: firstOf(this.outline), talk })
  }

  /** Calls back after every change, with what was shown and timed before it. */
  onChange(listener: (before: Showing, talk: Talk) => void): void {
    this.#listeners.push(listener)
  }

  #set({ showing, talk }: { showing?: Showing; talk?: Talk }): void {
    const stamp = <Value>(value: Value, { version }: Stamped<Value>): Stamped<Value> => ({
      value,
      version: version + 1,
      by: this.#id,
      when: Date.now(),
    })
    const change = {
      ...(showing && { showing: stamp(showing, this.#shared.showing) }),
      ...(talk && { talk: stamp(talk, this.#shared.talk) }),
    }
    this.#adopt(change)
    this.#tell('state', change)
    for (const [name, value] of Object.entries(change)) this.#memory.keep(name, value)
  }

  #adopt({ showing, talk }: Partial<Shared>): void {
    const before = this.#shared
    this.#shared = {
      showing: showing ? newest(before.showing, showing) : before.showing,
      talk: talk ? newest(before.talk, talk) : before.talk,
    }
    if (this.#shared.showing === before.showing && this.#shared.talk === before.talk) return
    for (const listener of this.#listeners) listener(before.showing.value, before.talk.value)
  }

  #tell(kind: Message['kind'], shared?: Partial<Shared>): void {
    this.#channel.announce({ kind, from: this.#id, role: this.#role, shared })
  }

  #hear({ kind, role, shared }: Message): void {
    this.#heard.set(role, performance.now() - (kind === 'bye' ? silence - grace : 0))
    if (kind === 'hello') this.#tell('state', this.#shared)
    if (kind === 'state') this.#adopt(this.#read(shared))
  }

  /** The beginning of the slide that stands for one that a version hides. */
  #instead(value: unknown): Position | undefined {
    const { slide } = fieldsOf(value)
    const near = typeof slide === 'string' ? this.#near(slide) : undefined
    return near === undefined ? undefined : { slide: near, step: 0 }
  }

  /** The parts of a shared state that this deck can show, read from anything. */
  #read(shared: unknown): Partial<Shared> {
    const { showing, talk } = fieldsOf(shared)
    const shown = stampedIn(showing, (value) => {
      const position = positionIn(this.outline, value) ?? this.#instead(value)
      const { black, started } = fieldsOf(value)
      return position && { ...position, black: black === true, started: started === true }
    })
    const timed = stampedIn(talk, talkIn)
    return { ...(shown && { showing: shown }), ...(timed && { talk: timed }) }
  }
}
