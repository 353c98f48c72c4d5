import { type Xml, xml } from './xml.ts'
import { zipOf } from './zip.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const packages = 'http://schemas.openxmlformats.org/package/2006'

/** The namespace of references to other parts. */
export const relationships = `${office}/relationships`

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** What a document says about itself; `remark` is shown among the file's properties. */
export type Properties = Readonly<Record<'title' | 'description' | 'remark', string>>

interface Link {
  readonly kind: string
  readonly target: string
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** The path of a part as seen from another: some programs do not read paths from the root. */
function pathFrom(from: string, to: string): string {
  const [here, there] = [folderOf(from).split('/'), to.split('/')]
  let shared = 0
  while (shared < here.length - 1 && here[shared] === there[shared]) shared += 1
  return '../'.repeat(here.length - 1 - shared) + there.slice(shared).join('/')
}

const linksXml = (from: string, links: readonly Link[]): Xml => xml`
  <Relationships xmlns="${packages}/relationships">
    ${links.map(({ kind, target }, at) => {
      const type = kind.includes('/') ? kind : `${relationships}/${kind}`
      return xml`<Relationship Id="rId${at + 1}" Type="${type}" Target="${pathFrom(from, target)}"/>`
    })}
  </Relationships>`

/** An Office file in the making: its parts, what each is, and which part leads to which. */
export class Package {
  private readonly parts = new Map<string, { readonly content: Xml; readonly type: string }>()
  private readonly links = new Map<string, Link[]>()

  /** Adds a part; `type` is its content type, without `application/vnd.` and `+xml`. */
  put(path: string, type: string, content: Xml): void {
    this.parts.set(path, { content, type: `application/vnd.${type}+xml` })
  }

  /**
   * Adds a relationship from a part to another, and returns its id; the package's own start from the
   * empty path. The same relationship is added once.
   */
  link(from: string, kind: string, target: string): string {
    const links = this.links.get(from) ?? []
    this.links.set(from, links)
    const known = links.findIndex((link) => link.kind === kind && link.target === target)
    return `rId${known < 0 ? links.push({ kind, target }) : known + 1}`
  }

  /** Adds a part and a relationship to it from another, and returns its id: see `put` and `link`. */
  add(from: string, kind: string, path: string, type: string, content: Xml): string {
    this.put(path, type, content)
    return this.link(from, kind, path)
  }

  /** Writes the file. Equal parts give equal bytes. */
  async write({ title, description, remark }: Properties): Promise<Uint8Array<ArrayBuffer>> {
    const core = xml`
      <cp:coreProperties xmlns:cp="${packages}/metadata/core-properties"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title>${title}</dc:title>
        <dc:subject>${description}</dc:subject>
        <dc:description>${remark}</dc:description>
        <dc:language>vi-VN</dc:language>
      </cp:coreProperties>`
    const kind = `${packages}/relationships/metadata/core-properties`
    this.add('', kind, 'docProps/core.xml', 'openxmlformats-package.core-properties', core)
    const types = xml`
      <Types xmlns="${packages}/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        ${[...this.parts].map(
          ([path, { type }]) => xml`<Override PartName="/${path}" ContentType="${type}"/>`,
        )}
      </Types>`
    const files = new Map([['[Content_Types].xml', declaration + types.xml]])
    for (const [from, links] of this.links) {
      const path = `${folderOf(from)}_rels/${from.slice(folderOf(from).length)}.rels`
      files.set(path, declaration + linksXml(from, links).xml)
    }
    for (const [path, { content }] of this.parts) files.set(path, declaration + content.xml)
    return zipOf(files)
  }
}
