import { Package, type Properties, relationships } from '../package/package.ts'
import { type Xml, xml } from '../package/xml.ts'
import { byDepth, type OutlineParagraph, type OutlineRun, type StyleId } from './outline.ts'

const namespaces = xml`
  xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${relationships}"`

const types = 'openxmlformats-officedocument.wordprocessingml'
const main = 'word/document.xml'

/** Twentieths of a point of a length in millimetres. */
const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

const runXml = ({ text, bold, italic }: OutlineRun): Xml => xml`
  <w:r>
    ${(bold || italic) && xml`<w:rPr>${bold && xml`<w:b/>`}${italic && xml`<w:i/>`}</w:rPr>`}
    <w:t xml:space="preserve">${text}</w:t>
  </w:r>`

/** The list of I, 1 and a; those that slides count come after it. */
const mainList = 1

const inList = (level: number, list = mainList): Xml =>
  xml`<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`

/** A paragraph; `list` is that of a counted one. */
const paragraphXml = ({ style, number, runs }: OutlineParagraph, list: number): Xml => xml`
  <w:p>
    <w:pPr><w:pStyle w:val="${style}"/>${number !== undefined && inList(0, list)}</w:pPr>
    ${runs.map(runXml)}
  </w:p>`

const levels = [
  { format: 'upperRoman', text: '%1.', left: 0, letters: xml`<w:b/>` },
  { format: 'decimal', text: '%2.', left: 0 },
  { format: 'lowerLetter', text: '%3)', left: 284 },
] as const

interface Level {
  readonly format: string
  readonly text: string
  readonly left: number
  readonly letters?: Xml
  readonly style?: string | undefined
}

const levelXml = ({ format, text, left, letters, style }: Level, depth: number): Xml => xml`
  <w:lvl w:ilvl="${depth}">
    <w:start w:val="1"/><w:numFmt w:val="${format}"/>
    ${style && xml`<w:pStyle w:val="${style}"/>`}
    <w:suff w:val="space"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>
    <w:pPr><w:ind w:left="${left}" w:hanging="0"/></w:pPr>
    <w:rPr>${letters ?? xml`<w:b w:val="0"/>`}</w:rPr>
  </w:lvl>`

/**
 * I, 1 and a as one list, bound to the styles: Word numbers it, and numbers it anew. Then a list for
 * each number with which slides begin to count.
 */
const numberingXml = (starts: readonly number[]): Xml => xml`
  <w:numbering ${namespaces}>
    <w:abstractNum w:abstractNumId="0">
      <w:multiLevelType w:val="multilevel"/>
      ${levels.map((level, depth) => levelXml({ ...level, style: byDepth[depth] }, depth))}
    </w:abstractNum>
    <w:abstractNum w:abstractNumId="1">
      <w:multiLevelType w:val="singleLevel"/>
      ${levelXml({ format: 'decimal', text: '(%1)', left: 284 }, 0)}
    </w:abstractNum>
    <w:num w:numId="${mainList}"><w:abstractNumId w:val="0"/></w:num>
    ${starts.map(
      (start, at) => xml`
        <w:num w:numId="${mainList + at + 1}">
          <w:abstractNumId w:val="1"/>
          <w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride>
        </w:num>`,
    )}
  </w:numbering>`

const keeps = xml`<w:keepNext/><w:keepLines/>`

const inOutline = (level: number): Xml => xml`<w:outlineLvl w:val="${level}"/>`

/** The styles that Word knows by name; the others are the outline's own. */
const known = /^(Title|Heading\d|Header)$/

const styleXml = (
  id: StyleId | 'Header',
  name: string,
  next: StyleId | 'Header',
  paragraph: Xml,
  letters?: Xml,
): Xml => xml`
  <w:style w:type="paragraph" w:styleId="${id}"${!known.test(id) && xml` w:customStyle="1"`}>
    <w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="${next}"/>
    ${known.test(id) && xml`<w:uiPriority w:val="9"/>`}<w:qFormat/>
    <w:pPr>${paragraph}</w:pPr>
    ${letters && xml`<w:rPr>${letters}</w:rPr>`}
  </w:style>`

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
      styleXml('Heading2', 'heading 2', 'Lettered', xml`${keeps}${inList(1)}${inOutline(1)}`),
      styleXml('Plain', 'Đầu đề không số', 'Normal', xml`${keeps}${inOutline(0)}`),
      styleXml('Lettered', 'Ý chữ cái', 'Lettered', inList(2)),
      styleXml('Counted', 'Ý đánh số', 'Counted', xml`<w:ind w:left="284"/>`),
      styleXml('Below', 'Lời dưới mục', 'Below', xml`<w:ind w:left="284"/>`),
      styleXml(
        'Header',
        'header',
        'Header',
        xml`<w:spacing w:before="0" w:line="240" w:lineRule="auto"/>${centred}`,
      ),
    ]}
  </w:styles>`

const headerXml = (content?: Xml): Xml => xml`
  <w:hdr ${namespaces}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>${content}</w:p></w:hdr>`

const pageNumber = xml`
  <w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>`

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
  const add = (name: string, kind: string, content: Xml): string =>
    file.add(main, kind, `word/${name}.xml`, `${types}.${kind}`, content)
  file.link('', 'officeDocument', main)
  add('styles', 'styles', stylesXml)
  add('settings', 'settings', settingsXml)
  // The number of the page stands on every page but the first.
  const others = add('header1', 'header', headerXml(pageNumber))
  const first = add('header2', 'header', headerXml())
  // The numbers with which slides begin to count: a later slide may go on from an earlier one.
  const starts: number[] = []
  let last = 0
  const body = paragraphs.map((paragraph) => {
    const { number } = paragraph
    if (number !== undefined) {
      if (starts.length === 0 || number !== last + 1) starts.push(number)
      last = number
    }
    return paragraphXml(paragraph, mainList + starts.length)
  })
  add('numbering', 'numbering', numberingXml(starts))
  const content = xml`
    <w:document ${namespaces}>
      <w:body>
        ${body}
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
