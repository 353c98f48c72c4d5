/** What a wheel reports: the browser's event, of which some engines leave out `wheelDeltaY`. */
export interface WheelMove {
  readonly deltaX: number
  readonly deltaY: number
  /** 0 if the deltas are pixels, else lines or pages. */
  readonly deltaMode: number
  /** 120 a notch, upwards. */
  readonly wheelDeltaY?: number
  readonly timeStamp: number
}

/** A pause after which a gesture is over, in ms. What a touchpad sends afterwards is closer together. */
const pause = 150

/** How far a swipe has to go, in pixels: as far as a slow notch of a mouse on a Mac. */
const enough = 4

/** The pixels from which the first report of a gesture is a notch; a swipe begins slowly. */
const sudden = 50

/** What one notch is in `wheelDeltaY`. */
const notch = 120

/** The notches of one gesture that count: a wheel that spins freely sends a hundred. */
const most = 6

/** Counts the steps that a wheel means: one for each notch, but one for a whole swipe of a touchpad. */
export class Wheel {
  #last = Number.NEGATIVE_INFINITY
  /** Whether the gesture is one of notches; otherwise it is a swipe. */
  #notched = false
  /** How far the swipe has gone, in pixels. */
  #way = 0
  /** How many more steps the gesture may make. */
  #left = 0

  /** The steps that a report adds: forward if above 0, back if below. */
  steps({ deltaX, deltaY, deltaMode, wheelDeltaY = 0, timeStamp }: WheelMove): number {
    const begins = timeStamp - this.#last > pause
    this.#last = timeStamp
    const notches = Math.abs(wheelDeltaY) / notch
    if (begins) {
      this.#notched =
        deltaMode > 0 || (notches > 0 && notches % 1 === 0) || Math.abs(deltaY) >= sudden
      this.#way = 0
      this.#left = this.#notched ? most : 1
    }
    // Across, a touchpad leads back in the history, or nowhere.
    if (Math.abs(deltaX) >= Math.abs(deltaY)) return 0
    this.#way += deltaY
    if (!this.#notched && Math.abs(this.#way) < enough) return 0
    const meant = this.#notched ? Math.max(1, Math.round(notches)) : 1
    const made = Math.min(meant, this.#left)
    this.#left -= made
    return made * Math.sign(this.#notched ? deltaY : this.#way)
  }

  /** Ignores the rest of the gesture. */
  spend(): void {
    this.#left = 0
  }
}
