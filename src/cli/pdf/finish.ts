import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { PdfContent } from './read-pdf.js'

/** A PDF as it is written, and what it contains, read back. */
export interface FinishedPdf {
  readonly bytes: Uint8Array
  readonly content: PdfContent
}

/** A worker that finishes the PDFs that a browser prints. */
export interface Finisher {
  /** Makes a PDF small and reads it back. */
  finish(pdf: Uint8Array): Promise<FinishedPdf>
  close(): Promise<unknown>
}

/** What the worker answers. */
type Answer =
  | { readonly id: number; readonly finished: FinishedPdf }
  | { readonly id: number; readonly error: Error }

interface Waiting {
  resolve(finished: FinishedPdf): void
  reject(error: unknown): void
}

/** Starts a worker; what it needs is loaded while the caller does something else. */
export function openFinisher(): Finisher {
  const worker = new Worker(join(import.meta.dirname, 'finish-worker.js'))
  const waiting = new Map<number, Waiting>()
  let last = 0
  let broken: unknown
  worker.on('message', (answer: Answer) => {
    const { resolve, reject } = waiting.get(answer.id) ?? {}
    waiting.delete(answer.id)
    if ('error' in answer) reject?.(answer.error)
    else resolve?.(answer.finished)
  })
  // It could not start, or crashed.
  worker.on('error', (error) => {
    broken = error
    for (const { reject } of waiting.values()) reject(error)
  })
  return {
    finish: (pdf) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken)
        last += 1
        waiting.set(last, { resolve, reject })
        worker.postMessage({ id: last, pdf })
      }),
    close: () => worker.terminate(),
  }
}
