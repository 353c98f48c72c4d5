import { readFile } from 'node:fs/promises'
import { type Socket, SocketAddress } from 'node:net'

/** The connections of a Linux machine, with what each waits for; other systems have none of these. */
const tables = ['/proc/net/tcp', '/proc/net/tcp6']

/**
 * How many times the system has sent the same data again to a peer that has gone: each time it waits
 * twice as long, and with a usual line this one comes after 13 seconds.
 */
const enough = 6

/** An established connection that waits for an answer to data, and how often that was sent again. */
const row =
  /^ *\d+: [\dA-F]+:([\dA-F]{4}) ([\dA-F]+):([\dA-F]{4}) 01 [\dA-F:]{17} 01:[\dA-F]{8} ([\dA-F]{8}) /gm

/** The address that the system writes as words of four bytes, the last byte of each first. */
function addressOf(hex: string): string {
  const bytes = Buffer.from(hex, 'hex').swap32()
  if (bytes.length === 4) return bytes.join('.')
  const groups = bytes.toString('hex').match(/.{4}/g) ?? []
  return new SocketAddress({ family: 'ipv6', address: groups.join(':') }).address
}

const nameOf = (local: number | undefined, address: string | undefined, port: number | undefined) =>
  `${local} ${address} ${port}`

/** The name of a connection, as `vanishedIn` tells it. */
export const connectionOf = ({ localPort, remoteAddress, remotePort }: Socket): string =>
  nameOf(localPort, remoteAddress, remotePort)

/** The connections in a table of the system whose peers have not answered for long. */
export const vanishedIn = (table: string): readonly string[] =>
  [...table.matchAll(row)].flatMap(([, local = '', address = '', port = '', again = '']) =>
    parseInt(again, 16) < enough
      ? []
      : nameOf(parseInt(local, 16), addressOf(address), parseInt(port, 16)),
  )

/**
 * The connections of this machine whose peers have vanished without a word, such as a laptop that was
 * shut or a phone without a network. Node does not tell, and the system itself would go on for a quarter
 * of an hour. Every viewer is sent something each 15 seconds, so that it shows soon.
 */
export async function vanished(): Promise<ReadonlySet<string>> {
  const texts = tables.map((table) => readFile(table, 'latin1').catch(() => ''))
  return new Set((await Promise.all(texts)).flatMap(vanishedIn))
}
