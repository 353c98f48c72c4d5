import { type Command, commands } from '../../model/talk/command.ts'

/** A button that gives a command; `label` where the table's does not fit. */
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

/** The commands a pointer gives most; the shell shows them once it can obey. Others are in the help. */
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
