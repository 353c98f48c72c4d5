import type { Session } from '../session/session.ts'
import type { Pointer, Told } from './pointer.ts'

/** The pointer of a window, loaded when it is used or shown for the first time. */
export interface LazyPointer extends Pointer, Told {}

/**
 * The pointer of a window that shows the slide of the session in `slide`; undefined where it does
 * not show it as it is laid out for the hall.
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
      let isDown = true
      const up = () => {
        isDown = false
      }
      addEventListener(what === 'key' ? 'keyup' : 'pointerup', up, { once: true })
      use((pointer) => isDown && pointer.hold(what))
    },
    toggle: () => use((pointer) => pointer.toggle()),
    stop: () => loaded && use((pointer) => pointer.stop()),
    show: (value) => use((pointer) => pointer.show(value)),
  }
  session.onPoint(pointer.show)
  return pointer
}
