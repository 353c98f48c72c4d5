const { dataset } = document.documentElement

/** True where the page is one file that carries everything, made to be taken along. */
export const isPacked = dataset.file !== undefined

/** True where the page was opened from a disk, without any server; Android calls it `content:`. */
export const isLocal = /^(file|content):$/.test(location.protocol)

/** Whether the address asks for something by its query; whoever passed it on may have added more. */
export const asks = (name: string): boolean => new URLSearchParams(location.search).has(name)

/**
 * Whether this window follows a presenter on another machine. Its address says so, to which a relay
 * leads: no other server, no file and no kept copy is ever asked whether it is a relay.
 */
export const follows = !import.meta.env.PACKED && !isLocal && asks('theo')

/**
 * What keeps the windows and the stored state of one deck apart from those of every other: the
 * deck's id, a packed file's own id, and where it stands. From `file://` all files share one
 * channel and one store, two copies of one file included.
 */
export const scope = [
  dataset.deck,
  dataset.file,
  isPacked ? location.pathname : location.pathname.replace(/[^/]*$/, ''),
].join(' ')
