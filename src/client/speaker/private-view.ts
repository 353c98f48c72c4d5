import { type Position, startOf } from '../../model/deck/running-order.ts'
import { hasBegun } from '../../model/talk/talk.ts'
import type { Place } from '../session/navigation.ts'
import type { Session } from '../session/session.ts'

/**
 * What a speaker looks at: the audience's position, or, while the audience's slide is held, one of
 * their own, of which no other window hears. It ends with the page, and when the talk begins anew.
 */
export class PrivateView implements Place {
  readonly #session: Session
  readonly #listeners: (() => void)[] = []
  #own: Position | undefined

  constructor(session: Session) {
    this.#session = session
    session.onChange((_, talk) => {
      const { view, runningOrder } = session
      const isReset = hasBegun(talk) && !hasBegun(session.talk)
      if (isReset && view.slide === runningOrder[0].id) this.release()
    })
  }

  get runningOrder() {
    return this.#session.runningOrder
  }

  /** Whether the audience keeps its slide while this screen turns pages. */
  get isHeld(): boolean {
    return this.#own !== undefined
  }

  /** Whether this screen shows something else than the audience sees. */
  get isElsewhere(): boolean {
    const { slide, step } = this.#session.view
    return this.#own !== undefined && (this.#own.slide !== slide || this.#own.step !== step)
  }

  get position(): Position {
    return this.#own ?? this.#session.view
  }

  /** Goes to a position: in private while the audience's slide is held, else with the audience. */
  go(position: Position): void {
    if (this.#own) this.look(position)
    else this.#session.show(position)
  }

  /** Holds the audience's slide and looks at a position, by default the one that is held. */
  look({ slide, step }: Position = this.#session.view): void {
    this.#own = { slide, step }
    this.#call()
  }

  /**
   * Looks at a slide in private, as a search does, whose hit may be the wrong one. The audience's own
   * slide is looked at as the audience sees it, and needs no holding.
   */
  preview(index: number): void {
    const position = startOf(this.runningOrder, index)
    if (position.slide !== this.#session.view.slide) this.look(position)
    else if (this.isHeld) this.look()
  }

  /** Returns to what the audience sees; from then on moves are seen by all again. */
  release(): void {
    if (!this.#own) return
    this.#own = undefined
    this.#call()
  }

  /** Shows the audience what is looked at here, also where something stood instead of the slide. */
  bring(): void {
    if (!this.#own) return
    const own = this.#own
    this.#own = undefined
    this.#session.show({ ...own, screen: 'slide' })
    this.#call()
  }

  /** Registers a listener for what only this screen hears of. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener)
  }

  #call(): void {
    for (const listener of this.#listeners) listener()
  }
}
