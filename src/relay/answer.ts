import type { IncomingMessage, ServerResponse } from 'node:http'

/** Why a request is not done: what its sender is told. */
export class Refusal extends Error {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}

/** Answers with a value as JSON, which nobody keeps. */
export function answer(
  response: ServerResponse,
  value: unknown,
  headers: Readonly<Record<string, string | string[]>> = {},
): void {
  response
    .writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers })
    .end(JSON.stringify(value))
}

/** Says why a request is not done, if it can still be said. */
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

/** The longest body there is a reason for, in bytes. */
const longest = 1024

const tooLong = () => new Refusal(413, `Dài quá ${longest} byte.`)

/** The JSON a request carries; what is too long is read no further than it takes to say so. */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const { 'content-type': type = '', 'content-length': length = 0 } = request.headers
  // A form of another site cannot send this type.
  if (!/^application\/json *(;|$)/i.test(type)) throw new Refusal(415, 'Chỉ nhận JSON.')
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
    throw new Refusal(400, 'Không phải JSON.')
  }
}
