const { dataset } = document.documentElement

/** Whether the page is a packed file, which contains everything. */
export const isPacked = import.meta.env.PACKED === true

/**
 * Whether the page was opened from a disk, without a server; on Android its scheme is `content:`.
 */
export const isLocal = /^(file|content):$/.test(location.protocol)

/**
 * Whether the page was opened from within an archive or a mail: Windows unpacks it into a folder of its
 * own each time, so nothing that it stores is found again.
 */
export const isPassing =
  isLocal && /\/AppData\/Local\/(Temp|Microsoft\/Windows\/INetCache)\//i.test(location.pathname)

/** Whether the query contains a parameter. Others may stand beside it, added by mail programs. */
export const asks = (name: string): boolean => new URLSearchParams(location.search).has(name)

/**
 * Whether this window follows a presenter on another machine. Only pages opened with ?theo contact
 * a relay, which redirects viewers there; no other host gets such requests.
 */
export const follows = !import.meta.env.PACKED && !isLocal && asks('theo')

/**
 * A name that separates the windows and the stored state of one deck from others: the deck's id, a
 * packed file's own id, and where it lies. From `file://` all files share one channel and one
 * store, even two copies of a file.
 */
export const scope = [
  dataset.deck,
  dataset.file,
  isPacked ? location.pathname : location.pathname.replace(/[^/]*$/, ''),
].join(' ')
