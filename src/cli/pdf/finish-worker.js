// Runs in a worker: makes each PDF small and reads it back, while the browser prints the next one.
// JavaScript, because a worker of Node 20 does not run TypeScript.
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { readPdf } from './read-pdf.js'

// Required at once, while the browser starts. The CommonJS builds load three times faster.
const require = createRequire(import.meta.url)
const { PDFDocument } = require('@cantoo/pdf-lib')
require('pdfjs-dist/legacy/build/pdf.mjs')

/**
 * Halves the size of a PDF: moves its tags into compressed object streams, which Chromium does not
 * write.
 */
async function compact(pdf, title) {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  if (title) document.setTitle(title)
  return document.save({ useObjectStreams: true, objectsPerTick: Number.POSITIVE_INFINITY })
}

parentPort.on('message', async ({ id, pdf, title }) => {
  try {
    const bytes = await compact(pdf, title)
    parentPort.postMessage({ id, finished: { bytes, content: await readPdf(bytes) } })
  } catch (error) {
    parentPort.postMessage({ id, error })
  }
})
