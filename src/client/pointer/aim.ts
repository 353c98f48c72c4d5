import { commandOf } from '../../model/talk/command.ts'
import { type Pointed, slideSize } from '../../model/talk/pointed.ts'

/** The least time between two places that others are told, and how often the same is told, in ms. */
const pace = 50
const again = 400

/** What keeps pointing going: a key or the mouse's button that is down, or a switch. */
type Reason = 'key' | 'mouse' | 'switch'

type Place = Pointed['at']

/** What pointing works on. */
interface Setting {
  /** The slide to point at; undefined where there is none to be seen. */
  readonly section: () => HTMLElement | null | undefined
  /** Called with each place at once, and with undefined when there is none any more. */
  readonly see: (at: Place) => void
  /** Called with the newest place, not more often than others need it. */
  readonly tell: (at: Place) => void
  /** Called when the switch was turned, or turned off because the window was left. */
  readonly switched: (isOn: boolean) => void
}

/** The place on a slide below a mouse or finger, in the slide's own units. */
function placeOn(section: HTMLElement, { clientX, clientY }: MouseEvent): Place {
  const { left, top, width, height } = section.getBoundingClientRect()
  const [x, y] = [(clientX - left) / width, (clientY - top) / height]
  if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) return undefined
  return [Math.round(x * slideSize.width), Math.round(y * slideSize.height)]
}

/** Follows mouse or finger over the slide while there is a reason to. */
export class Aim {
  readonly #setting: Setting
  readonly #reasons = new Set<Reason>()
  /** Where the mouse was last, used or not. */
  #mouse: PointerEvent | undefined
  #at: Place
  #told = Number.NEGATIVE_INFINITY
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(setting: Setting) {
    this.#setting = setting
    const move = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') this.#mouse = event
      this.#follow(event)
    }
    const lift = ({ pointerType }: PointerEvent) => {
      this.#end('mouse')
      if (pointerType === 'touch') this.#point(undefined)
    }
    const leave = () => {
      this.#mouse = undefined
      this.#point(undefined)
    }
    const release = (event: KeyboardEvent) => {
      if (commandOf(event) === 'pointer' || event.code === 'KeyL') this.#end('key')
    }
    const stop = () => this.stop()
    addEventListener('pointermove', move, true)
    addEventListener('pointerdown', move, true)
    addEventListener('pointerup', lift, true)
    addEventListener('pointercancel', lift, true)
    document.documentElement.addEventListener('pointerleave', leave)
    addEventListener('keyup', release, true)
    // A key that comes up elsewhere is not heard of.
    addEventListener('blur', stop)
    addEventListener('pagehide', stop)
    document.addEventListener('visibilitychange', stop)
  }

  /** Points from now on, for this reason too. */
  begin(reason: Reason): void {
    this.#reasons.add(reason)
    if (reason === 'switch') this.#setting.switched(true)
    document.documentElement.classList.add('aims')
    if (this.#mouse) this.#follow(this.#mouse)
  }

  /** Turns the switch on or off. */
  toggle(): void {
    if (this.#reasons.has('switch')) this.#end('switch')
    else this.begin('switch')
  }

  /** Stops pointing, whatever the reasons. */
  stop(): void {
    for (const reason of [...this.#reasons]) this.#end(reason)
  }

  /** Forgets the place, without a word to others: they have seen what made it void. */
  forget(): void {
    this.#at = undefined
    clearTimeout(this.#timer)
  }

  #end(reason: Reason): void {
    if (!this.#reasons.delete(reason)) return
    if (reason === 'switch') this.#setting.switched(false)
    if (this.#reasons.size > 0) return
    document.documentElement.classList.remove('aims')
    this.#point(undefined)
  }

  #follow(event: MouseEvent): void {
    if (this.#reasons.size === 0) return
    const section = this.#setting.section()
    this.#point(section ? placeOn(section, event) : undefined)
  }

  #point(at: Place): void {
    if (!at && !this.#at) return
    this.#at = at
    this.#setting.see(at)
    clearTimeout(this.#timer)
    const due = this.#told + pace - performance.now()
    if (!at || due <= 0) this.#tell()
    else this.#timer = setTimeout(() => this.#tell(), due)
  }

  #tell(): void {
    this.#told = performance.now()
    this.#setting.tell(this.#at)
    if (!this.#at) return
    this.#timer = setTimeout(() => {
      // Whoever looks at another slide in private does not point any more.
      if (!this.#setting.section()) return this.#point(undefined)
      this.#setting.see(this.#at)
      this.#tell()
    }, again)
  }
}
