import type { ComponentChildren } from 'preact'

interface ButtonProps {
  readonly does: string
  readonly label: string
  /** The name of what the button acts on, if several buttons have the same label. */
  readonly of?: string
  /** The part that the button moves, by name. */
  readonly part?: string | undefined
  /** The change that the button takes back, in words. */
  readonly row?: string
  /** The id of what tells buttons with the same label apart, if `of` does not. */
  readonly describedBy?: string
  readonly disabled?: boolean
  /** More about what it does. */
  readonly title?: string | undefined
  /** What is drawn in place of the label. */
  readonly children?: ComponentChildren
}

/** A button of the version editor. */
export const Button = ({
  does,
  label,
  of,
  part,
  row,
  describedBy,
  disabled,
  title,
  children,
}: ButtonProps) => (
  <button
    type="button"
    data-do={does}
    data-part={part}
    data-row={row}
    aria-describedby={describedBy}
    aria-label={of && `${label}: ${of}`}
    disabled={disabled}
    title={title ?? (children ? label : undefined)}
  >
    {children ?? label}
  </button>
)

/** An arrow as a drawing: the deck's fonts have none. */
const Arrow = ({ d }: { d: string }) => (
  <svg class="arrow" viewBox="0 0 12 12" aria-hidden="true">
    <path d={d} />
  </svg>
)

/**
 * What a pointer drags something by: a part by its name, or the slide of its card. Keys and screen
 * readers have the buttons, so it is for pointers alone.
 */
export const Handle = ({ part }: { part?: string }) => (
  <span class="handle" data-drag="" data-part={part} title="Kéo để chuyển" aria-hidden="true">
    <svg class="arrow" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M1 3h10M1 6h10M1 9h10" />
    </svg>
  </span>
)

/** The handle of a card, and the name that the card has while it is one row among others. */
export const Grip = ({ name, fixed }: { name: string; fixed: boolean }) => (
  <div class="grip" aria-hidden="true">
    <span>{name}</span> {!fixed && <Handle />}
  </div>
)

interface MovesProps {
  /** The name of what is moved. */
  readonly of: string
  /** The same if it is a part. */
  readonly part?: string
  readonly up: boolean
  readonly down: boolean
}

/** Buttons that move a slide or a part by one place. */
export const Moves = ({ of, part, up, down }: MovesProps) => (
  <>
    <Button does="up" label="Lên" of={of} part={part} disabled={!up}>
      <Arrow d="M6 11V2M2 6l4-4 4 4" />
    </Button>{' '}
    <Button does="down" label="Xuống" of={of} part={part} disabled={!down}>
      <Arrow d="M6 1v9M2 6l4 4 4-4" />
    </Button>{' '}
  </>
)
