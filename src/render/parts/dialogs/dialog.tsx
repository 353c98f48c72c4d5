import type { ComponentChildren } from 'preact'

interface Props {
  readonly id: string
  readonly title: string
  readonly children: ComponentChildren
}

/** A dialog that a script opens; without JavaScript it stays closed. */
export const Dialog = ({ id, title, children }: Props) => (
  <dialog id={id} aria-labelledby={`${id}-title`}>
    <header>
      <h2 id={`${id}-title`}>{title}</h2>
      <button type="button" class="close">
        Đóng
      </button>
    </header>
    {children}
  </dialog>
)

/** The buttons of a dialog: class to label, in order; «Hủy», which closes it, is added last. */
export const Answers = ({ of }: { of: Readonly<Record<string, string>> }) => (
  <p>
    {Object.entries({ ...of, close: 'Hủy' }).map(([name, words], at) => (
      <>
        {at > 0 && ' '}
        <button type="button" class={name}>
          {words}
        </button>
      </>
    ))}
  </p>
)
