import { stillDown } from '../browser/sign.ts'
import type { Session } from '../session/session.ts'
import type { Pointer, Told } from './pointer.ts'

/** The pointer of a window, loaded when it is used or shown for the first time. */
export interface LazyPointer extends Pointer, Told {
  /** Stops pointing, and turns the spotlight off. */
  stop(): void
}

/**
 * The pointer and the spotlight of a window that shows the slide of the session in `slide`, if it
 * does now.
 */
export function lazyPointer(
  session: Session,
  slide: () => HTMLElement | null | undefined,
): LazyPointer {
  let loaded: Promise<Pointer> | undefined
  const use = (act: (pointer: Pointer) => unknown) => {
    loaded ??= import('./pointer.ts').then(({ startPointer }) =>
      startPointer(session, slide, pointer),
    )
    void loaded.then(act, () => {
      // The next use asks again.
      loaded = undefined
    })
  }
  const pointer: LazyPointer = {
    hold(what) {
      const isDown = stillDown(what === 'key' ? 'keyup' : 'pointerup')
      use((pointer) => isDown() && pointer.hold(what))
    },
    toggle: () => use((pointer) => pointer.toggle()),
    stop() {
      if (loaded) use((pointer) => pointer.stop())
      if (session.view.spot !== undefined) session.show({ spot: undefined })
    },
    light: (way) => use((pointer) => pointer.light(way)),
    look: () => session.view.spot !== undefined && use((pointer) => pointer.look()),
    show: (value) => use((pointer) => pointer.show(value)),
  }
  session.onPoint(pointer.show)
  session.onChange(pointer.look)
  pointer.look()
  return pointer
}
