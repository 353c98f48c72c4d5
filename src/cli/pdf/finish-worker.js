// Runs in a worker: makes each PDF small and reads it back, while the browser prints the next one.
// JavaScript, because a worker of Node 20 does not run TypeScript.
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { compactPdf } from './compact-pdf.js'
import { readPdf } from './read-pdf.js'

// Required at once, while the browser starts.
createRequire(import.meta.url)('pdfjs-dist/legacy/build/pdf.mjs')

parentPort.on('message', async ({ id, pdf }) => {
  try {
    const bytes = compactPdf(pdf)
    parentPort.postMessage({ id, finished: { bytes, content: await readPdf(bytes) } })
  } catch (error) {
    parentPort.postMessage({ id, error })
  }
})
