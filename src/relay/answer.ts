import type { IncomingMessage, ServerResponse } from 'node:http'

/** A request that is refused: status, headers, and the message that its sender gets. */
export class Refusal extends Error {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}

/** Answers with a value as JSON, or with JSON that is made already; it must not be cached. */
export function answer(
  response: ServerResponse,
  value: unknown,
  headers: Readonly<Record<string, string | string[]>> = {},
): void {
  response
    .writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers })
    .end(value instanceof Buffer ? value : JSON.stringify(value))
}

/** Answers with the reason of a refusal; if an answer has begun already, drops the connection. */
export function refuse(response: ServerResponse, { status, message, headers }: Refusal): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response
    .writeHead(status, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      ...headers,
    })
    .end(`${message}\n`)
}

/**
 * The JSON in a request's body of at most `longest` bytes. Throws a `Refusal`: 415 unless its type is
 * JSON, 413 if it is too long, 400 if it is broken off or not valid JSON.
 */
export async function bodyOf(request: IncomingMessage, longest = 1024): Promise<unknown> {
  const tooLong = () => new Refusal(413, `Yêu cầu dài quá ${longest} byte.`)
  const { 'content-type': type = '', 'content-length': length = 0 } = request.headers
  // A form on another site cannot send this type.
  if (!/^application\/json *(;|$)/i.test(type)) throw new Refusal(415, 'Chỉ nhận dữ liệu JSON.')
  if (Number(length) > longest) throw tooLong()
  const text = await new Promise<string>((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > longest) {
        chunks.length = 0
        reject(tooLong())
      } else {
        chunks.push(chunk)
      }
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    request.on('close', () => reject(new Refusal(400, 'Yêu cầu bị ngắt.')))
  })
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 'Dữ liệu không phải JSON.')
  }
}
