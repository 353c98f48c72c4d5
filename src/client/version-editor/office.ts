import type { OfficeFile } from '../../office/office.ts'
import { runPacked } from '../version/unpack.ts'

declare global {
  /** What makes Office files, which a packed script defines as a global. */
  var office: typeof import('../../office/office.ts') | undefined
}

/** Loads what makes Office files, which nobody else needs. Rejects without a network. */
async function openOffice(): Promise<typeof import('../../office/office.ts')> {
  if (!import.meta.env.PACKED) return import('../../office/office.ts')
  const { office: script = '' } = await globalThis.asleep
  if (!globalThis.office) runPacked(script)
  if (!globalThis.office) throw new Error('This file has nothing that makes Office files.')
  return globalThis.office
}

/** Waits until the style of a frame is there. */
const styled = (links: readonly HTMLLinkElement[]): Promise<unknown> =>
  Promise.all(
    links
      .filter(({ sheet }) => sheet === null)
      .map(
        (link) =>
          new Promise((resolve, reject) => {
            link.addEventListener('load', resolve)
            link.addEventListener('error', reject)
          }),
      ),
  )

/**
 * Opens a frame as large as a slide is drawn, with the style of this page: whatever window somebody
 * has, slides are measured in the same one. It is dark only where somebody chose that, because the
 * system's own choice is not meant for a projector. Removed after the work.
 */
async function onStage<Result>(work: (stage: HTMLElement) => Promise<Result>): Promise<Result> {
  const frame = document.createElement('iframe')
  frame.className = 'stage'
  frame.tabIndex = -1
  frame.ariaHidden = 'true'
  document.body.append(frame)
  try {
    const { contentDocument: inner, contentWindow: view } = frame
    if (!inner || !view) throw new Error('The frame has no document.')
    inner.documentElement.lang = document.documentElement.lang
    inner.documentElement.dataset.scheme = document.documentElement.dataset.scheme ?? 'light'
    const styles = document.querySelectorAll('link[rel="stylesheet"], style')
    inner.head.append(...[...styles].map((style) => inner.importNode(style, true)))
    // A sheet belongs to the document that made it.
    inner.adoptedStyleSheets = document.adoptedStyleSheets.map((sheet) => {
      // The constructor is a global of every window, which the type leaves out.
      const copy = new (view as Window & typeof globalThis).CSSStyleSheet()
      copy.replaceSync([...sheet.cssRules].map(({ cssText }) => cssText).join(''))
      return copy
    })
    await styled([...inner.querySelectorAll<HTMLLinkElement>('link')])
    const stage = inner.createElement('main')
    inner.body.append(stage)
    return await work(stage)
  } finally {
    frame.remove()
  }
}

/** What a file is called and made from. */
interface Making {
  readonly title: string
  readonly description: string
  /** The outline, rendered. */
  readonly outline: ParentNode
  readonly isVersion: boolean
}

const mimeTypes = {
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** Makes an Office file of the cards of this page; gives it with its name and its type. */
export async function makeOfficeFile(file: OfficeFile, making: Making) {
  const { readPages, officeFile, fileNames } = await openOffice()
  const reading = await onStage((stage) => readPages(document, making.outline, stage))
  return {
    bytes: await officeFile(file, reading, making),
    name: fileNames[making.isVersion ? 'version' : 'deck'][file],
    type: mimeTypes[file === 'outline' ? 'docx' : 'pptx'],
  }
}
