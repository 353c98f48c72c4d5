import { type Command, commands } from '../../model/talk/command.ts'

/** A button for a command, with the command's label unless `label` is given. */
export const CommandButton = ({
  command,
  label,
}: {
  command: Command
  label?: string | undefined
}) => (
  <button type="button" data-command={command}>
    {label ?? commands[command].label}
  </button>
)

/**
 * Buttons for the most used commands; a script shows them once they work. The help lists the
 * others.
 */
export const Toolbar = ({ speaker }: { speaker: boolean }) => (
  <nav class="toolbar" aria-label="Điều khiển trình chiếu" hidden>
    <CommandButton command="start" />
    <CommandButton command="previous" />
    <CommandButton command="next" />
    <CommandButton command="contents" />
    <CommandButton command="search" />
    <CommandButton command="black" />
    <CommandButton command="fullscreen" />
    {speaker && <CommandButton command="speaker" />}
    <CommandButton command="help" />
  </nav>
)
