import type { LazyPointer } from './lazy.ts'

/**
 * The button of the pointer: pressed, it stays on until it is pressed again, for whoever has fingers;
 * held down, it points as long as the mouse drags. The click itself arrives as a command.
 */
export function pointerButton(button: HTMLElement, pointer: LazyPointer): void {
  const draw = (isOn: boolean) => button.setAttribute('aria-pressed', String(isOn))
  draw(false)
  pointer.switched = draw
  button.addEventListener('pointerdown', ({ pointerType }) => {
    if (pointerType !== 'touch') pointer.hold('mouse')
  })
}
