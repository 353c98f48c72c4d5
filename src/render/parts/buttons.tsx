import { type Command, commands, keyCap } from '../../model/talk/command.ts'

interface Props {
  readonly command: Command
  readonly label?: string | undefined
}

/** A button for a command, with the command's label unless `label` is given. */
export const CommandButton = ({ command, label }: Props) => (
  <button type="button" data-command={command}>
    {label ?? commands[command].label}
  </button>
)

/** A button for a command that shows its key too. */
export const KeyButton = ({ command, label }: Props) => (
  <button type="button" data-command={command}>
    <span>{label ?? commands[command].label}</span> <kbd>{keyCap(command)}</kbd>
  </button>
)

/**
 * Buttons for the most used commands; a script shows them once they work. A narrow window shows the
 * first ones and «Thêm», which opens the dialog with all of them.
 */
export const Toolbar = ({ speaker }: { speaker: boolean }) => (
  <nav class="toolbar" aria-label="Điều khiển trình chiếu" hidden>
    <KeyButton command="start" />
    <KeyButton command="fullscreen" label="Thoát toàn màn hình" />
    <KeyButton command="previous" />
    <KeyButton command="next" />
    <KeyButton command="contents" />
    {speaker && <KeyButton command="speaker" />}
    <KeyButton command="overview" />
    <KeyButton command="search" label="Tìm" />
    <KeyButton command="black" />
    <KeyButton command="help" label="Thêm" />
  </nav>
)
