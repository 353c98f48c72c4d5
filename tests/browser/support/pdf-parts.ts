import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib'

/** A font as the file carries it. */
export interface EmbeddedFont {
  readonly name: string
  readonly subtype: string
  readonly embedded: boolean
}

const nameOf = (value: PDFObject | undefined): string =>
  value instanceof PDFName ? value.decodeText() : ''

/** Every font of a PDF that text is drawn with. */
export async function fontsOf(pdf: Uint8Array): Promise<readonly EmbeddedFont[]> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false })
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict)) return []
    if (nameOf(object.get(PDFName.of('Type'))) !== 'Font') return []
    const subtype = nameOf(object.get(PDFName.of('Subtype')))
    // A composite font's descriptor stands with the one font it is made of.
    const parts = object.lookup(PDFName.of('DescendantFonts'))
    const inner = parts instanceof PDFArray ? parts.lookup(0) : object
    if (!(inner instanceof PDFDict) || (subtype.startsWith('CIDFont') && inner === object))
      return []
    const descriptor = inner.lookup(PDFName.of('FontDescriptor'))
    const embedded =
      descriptor instanceof PDFDict &&
      ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(PDFName.of(key)))
    return [{ name: nameOf(object.get(PDFName.of('BaseFont'))), subtype, embedded }]
  })
}

/** What the file says of itself as a whole. */
export async function catalogOf(pdf: Uint8Array) {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const { catalog } = document
  const preferences = catalog.lookup(PDFName.of('ViewerPreferences'))
  const marks = catalog.lookup(PDFName.of('MarkInfo'))
  const flag = (dict: unknown, key: string) =>
    dict instanceof PDFDict ? String(dict.lookup(PDFName.of(key))) : undefined
  return {
    title: document.getTitle(),
    language: String(catalog.lookup(PDFName.of('Lang'))),
    displaysTitle: flag(preferences, 'DisplayDocTitle'),
    marked: flag(marks, 'Marked'),
    pages: document.getPages().map((page) => page.getSize()),
  }
}
