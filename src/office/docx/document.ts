import { Package, type Properties, relationships } from '../package/package.ts'
import { attribute, type Xml, xml } from '../package/xml.ts'
import type { OutlineParagraph, OutlineRun, OutlineStyle } from './outline.ts'

const namespaces = xml`
  xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${relationships}"`

const types = 'openxmlformats-officedocument.wordprocessingml'
const main = 'word/document.xml'

/** Twentieths of a point of a length in millimetres. */
const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

/** The ids of the styles of numbered paragraphs, by the depth of their list. */
const numbered = ['Heading1', 'Heading2', 'DeCuongY'] as const

/** The id of a paragraph's style; undefined for plain text. */
function styleIdOf(style: OutlineStyle): string | undefined {
  switch (style.kind) {
    case 'title':
      return 'Title'
    case 'heading':
      return 'DeCuongDauDe'
    case 'text':
      return undefined
    case 'numbered':
      return numbered[style.depth] ?? numbered[2]
    case 'below':
      return 'DeCuongLoi'
    default:
      return style satisfies never
  }
}

const runXml = ({ text, bold, italic }: OutlineRun): Xml => xml`
  <w:r>
    ${(bold || italic) && xml`<w:rPr>${bold && xml`<w:b/>`}${italic && xml`<w:i/>`}</w:rPr>`}
    <w:t xml:space="preserve">${text}</w:t>
  </w:r>`

function paragraphXml({ style, runs }: OutlineParagraph): Xml {
  const id = styleIdOf(style)
  const properties = id !== undefined && xml`<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`
  return xml`<w:p>${properties}${runs.map(runXml)}</w:p>`
}

const levels = [
  ['upperRoman', '%1.', 0, xml`<w:b/>`],
  ['decimal', '%2.', 0, xml`<w:b w:val="0"/>`],
  ['lowerLetter', '%3)', 284, xml`<w:b w:val="0"/>`],
] as const

/** I, 1 and a as one list, bound to the styles: Word numbers it, and numbers it anew. */
const numberingXml = xml`
  <w:numbering ${namespaces}>
    <w:abstractNum w:abstractNumId="0">
      <w:multiLevelType w:val="multilevel"/>
      ${levels.map(
        ([format, text, left, letters], depth) => xml`
          <w:lvl w:ilvl="${depth}">
            <w:start w:val="1"/><w:numFmt w:val="${format}"/><w:pStyle w:val="${numbered[depth]}"/>
            <w:suff w:val="space"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>
            <w:pPr><w:ind w:left="${left}" w:hanging="0"/></w:pPr>
            <w:rPr>${letters}</w:rPr>
          </w:lvl>`,
      )}
    </w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  </w:numbering>`

const keeps = xml`<w:keepNext/><w:keepLines/>`

/** The level of the list that numbers a style. */
const inList = (level: number): Xml =>
  xml`<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`

const inOutline = (level: number): Xml => xml`<w:outlineLvl w:val="${level}"/>`

const styleXml = (id: string, name: string, next: string, paragraph: Xml, letters?: Xml): Xml => {
  const own = id.startsWith('DeCuong')
  return xml`
    <w:style w:type="paragraph" w:styleId="${id}"${attribute('w:customStyle', own ? 1 : undefined)}>
      <w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="${next}"/>
      ${!own && xml`<w:uiPriority w:val="9"/>`}<w:qFormat/>
      <w:pPr>${paragraph}</w:pPr>
      ${letters && xml`<w:rPr>${letters}</w:rPr>`}
    </w:style>`
}

const centred = xml`<w:jc w:val="center"/>`
const bold = xml`<w:b/>`
const font = 'Times New Roman'

/** Letters of 14 pt, lines as on the printed page, 6 pt before each paragraph. */
const stylesXml = xml`
  <w:styles ${namespaces}>
    <w:docDefaults>
      <w:rPrDefault>
        <w:rPr>
          <w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>
          <w:sz w:val="28"/><w:szCs w:val="28"/>
          <w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>
        </w:rPr>
      </w:rPrDefault>
      <w:pPrDefault>
        <w:pPr><w:spacing w:before="120" w:after="0" w:line="271" w:lineRule="auto"/></w:pPr>
      </w:pPrDefault>
    </w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal">
      <w:name w:val="Normal"/><w:qFormat/>
    </w:style>
    ${[
      // A comma in a name would make it two names.
      styleXml(
        'Title',
        'Title',
        'Normal',
        centred,
        xml`<w:b/><w:sz w:val="32"/><w:szCs w:val="32"/>`,
      ),
      styleXml('Heading1', 'heading 1', 'Heading2', xml`${keeps}${inList(0)}${inOutline(0)}`, bold),
      styleXml('Heading2', 'heading 2', 'DeCuongY', xml`${keeps}${inList(1)}${inOutline(1)}`),
      styleXml('DeCuongDauDe', 'Đầu đề không số', 'Normal', xml`${keeps}${inOutline(0)}`),
      styleXml('DeCuongY', 'Ý chữ cái', 'DeCuongY', inList(2)),
      styleXml('DeCuongLoi', 'Lời dưới mục', 'DeCuongLoi', xml`<w:ind w:left="284"/>`),
      styleXml(
        'Header',
        'header',
        'Header',
        xml`<w:spacing w:before="0" w:line="240" w:lineRule="auto"/>${centred}`,
      ),
    ]}
  </w:styles>`

const fieldXml = (type: 'begin' | 'separate' | 'end'): Xml =>
  xml`<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`

const headerXml = (content?: Xml): Xml => xml`
  <w:hdr ${namespaces}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>${content}</w:p></w:hdr>`

const pageNumber = xml`
  ${fieldXml('begin')}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>
  ${fieldXml('separate')}<w:r><w:t>2</w:t></w:r>${fieldXml('end')}`

const settingsXml = xml`
  <w:settings ${namespaces}>
    <w:defaultTabStop w:val="720"/>
    <w:compat>
      <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"
        w:val="15"/>
    </w:compat>
    <w:themeFontLang w:val="vi-VN"/>
  </w:settings>`

/** Makes a document that Word opens and its owner can change: the outline, numbered I – 1 – a. */
export async function documentOf(
  paragraphs: readonly OutlineParagraph[],
  properties: Properties,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Package()
  const add = (name: string, kind: string, content: Xml): string => {
    file.put(`word/${name}.xml`, `${types}.${kind}`, content)
    return file.link(main, kind, `word/${name}.xml`)
  }
  file.link('', 'officeDocument', main)
  add('styles', 'styles', stylesXml)
  add('numbering', 'numbering', numberingXml)
  add('settings', 'settings', settingsXml)
  // The number of the page stands on every page but the first.
  const others = add('header1', 'header', headerXml(pageNumber))
  const first = add('header2', 'header', headerXml())
  const content = xml`
    <w:document ${namespaces}>
      <w:body>
        ${paragraphs.map(paragraphXml)}
        <w:sectPr>
          <w:headerReference w:type="default" r:id="${others}"/>
          <w:headerReference w:type="first" r:id="${first}"/>
          <w:pgSz w:w="${twips(210)}" w:h="${twips(297)}"/>
          <w:pgMar w:top="${twips(20)}" w:right="${twips(15)}" w:bottom="${twips(20)}"
            w:left="${twips(30)}" w:header="${twips(10)}" w:footer="${twips(10)}" w:gutter="0"/>
          <w:titlePg/>
        </w:sectPr>
      </w:body>
    </w:document>`
  file.put(main, `${types}.document.main`, content)
  return file.write(properties)
}
