import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A run of text as it stands on a page of paper: lengths in millimetres, its size in points. */
export interface Placed {
  readonly text: string
  readonly face: string
  readonly size: number
  readonly left: number
  readonly right: number
  /** Of its baseline, from the page's upper edge. */
  readonly base: number
}

const millimetres = (points: number): number => (points * 25.4) / 72

/** Every run of text, page by page. */
export async function placedTextsOf(pdf: Uint8Array): Promise<readonly (readonly Placed[])[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const pages: Placed[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    // Loads the fonts, which know their names.
    await page.getOperatorList()
    const { height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || !item.str.trim()) return []
        const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
        return {
          text: item.str,
          face: String(page.commonObjs.get(item.fontName).name).replace(/^[A-Z]{6}\+/, ''),
          size: Math.hypot(c, d),
          left: millimetres(x),
          right: millimetres(x + item.width),
          base: millimetres(height - y),
        }
      }),
    )
  }
  await document.destroy()
  return pages
}

/** Pages with their size in points and the text on them, not its faces; how many bookmarks. */
export async function paperOf(pdf: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const pages: {
    width: number
    height: number
    texts: { text: string; left: number; right: number }[]
  }[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const texts = items.flatMap((item) => {
      if (!('str' in item) || !item.str.trim()) return []
      const left = millimetres(Number(item.transform[4]))
      return { text: item.str, left, right: left + millimetres(item.width) }
    })
    pages.push({ width, height, texts })
  }
  const count = (nodes: readonly Bookmark[]): number =>
    nodes.reduce((sum, { items }) => sum + 1 + count(items), 0)
  const bookmarks = count((await document.getOutline()) ?? [])
  await document.destroy()
  return { pages, bookmarks }
}

interface Bookmark {
  readonly items: readonly Bookmark[]
}

interface Tag {
  readonly role?: string
  readonly children?: readonly Tag[]
}

/** Every tag of a PDF, in reading order. */
export async function tagsOf(pdf: Uint8Array): Promise<readonly Tag[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const all = (tag: Tag): readonly Tag[] => [tag, ...(tag.children ?? []).flatMap(all)]
  const tags: Tag[] = []
  for (let number = 1; number <= document.numPages; number++) {
    // Its declared type names neither roles nor children as they are.
    tags.push(...all((await (await document.getPage(number)).getStructTree()) as Tag))
  }
  await document.destroy()
  return tags
}
