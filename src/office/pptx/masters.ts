import { attribute, type Part, type Xml, xml } from '../package/xml.ts'
import type { Box, TextItem } from '../picture.ts'
import { frameXml, type Placeholder, placeXml, rectangle } from './shapes.ts'
import { face, fieldId, points, textBox } from './text.ts'
import { colourMap, namespaces } from './theme.ts'

/** What a slide, a layout or a master holds: its name, its ground and its shapes. */
export const contentXml = (name: string | undefined, ground: Xml | undefined, shapes: Part): Xml =>
  xml`
    <p:cSld${attribute('name', name)}>
      ${
        ground &&
        xml`<p:bg><p:bgPr><a:solidFill>${ground}</a:solidFill><a:effectLst/></p:bgPr></p:bg>`
      }
      <p:spTree>
        <p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>
        <p:grpSpPr/>
        ${shapes}
      </p:spTree>
    </p:cSld>`

/** The colours of a part are its master's. */
export const inherited = xml`<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>`

/** The indexes of the foot and the page number, and of the first text, on every layout. */
export const indexes = { foot: 3, folio: 4, body: 10 } as const

/** A text of the slide after which a layout is made, and the place that it takes. */
export interface Taken {
  readonly item: TextItem
  readonly place: Placeholder
}

const kindOf = ({ place }: Taken) => place.type ?? 'body'

/** The name of each kind of place, and what stands there while it is empty. */
const kinds = {
  title: { name: 'Đầu đề', prompt: 'Bấm để nhập đầu đề' },
  body: { name: 'Nội dung', prompt: 'Bấm để nhập nội dung' },
  ftr: { name: 'Nguồn', prompt: 'Nguồn' },
  sldNum: { name: 'Số trang', prompt: '' },
} as const

const number = xml`
  <a:fld id="${fieldId}" type="slidenum"><a:rPr lang="vi-VN"/><a:t>‹#›</a:t></a:fld>`

const levelXml = (level: number, size: number, serif?: boolean): Xml => {
  const name = { xml: `a:lvl${level}pPr` }
  const look =
    serif !== undefined && xml`<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>${face(serif)}`
  return xml`
    <${name} marL="0" indent="0" algn="l">
      <a:lnSpc><a:spcPct val="115000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>
      <a:defRPr sz="${points(size)}"${attribute('b', serif ? 1 : undefined)}>${look}</a:defRPr>
    </${name}>`
}

function holderXml(taken: Taken, at: number): Xml {
  const { item, place } = taken
  const kind = kindOf(taken)
  const size = Math.max(
    ...item.paragraphs.flatMap(({ lines }) => lines.flat().map((run) => run.size)),
  )
  const { name, prompt } = kinds[kind]
  return xml`
    <p:sp>
      <p:nvSpPr>
        <p:cNvPr id="${at + 2}" name="${name}"/>
        <p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
        <p:nvPr>${placeXml({ ...place, type: kind })}</p:nvPr>
      </p:nvSpPr>
      <p:spPr>${frameXml(textBox(item))}${rectangle}</p:spPr>
      <p:txBody>
        <a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr>
        <a:lstStyle>${levelXml(1, size)}</a:lstStyle>
        <a:p>
          ${kind === 'sldNum' ? number : xml`<a:r><a:rPr lang="vi-VN"/><a:t>${prompt}</a:t></a:r>`}
        </a:p>
      </p:txBody>
    </p:sp>`
}

/** A layout: the places of the slide that it is made after. */
export const layoutXml = (name: string, taken: readonly Taken[]): Xml => xml`
  <p:sldLayout ${namespaces} preserve="1" userDrawn="1">
    ${contentXml(name, undefined, taken.map(holderXml))}
    ${inherited}
  </p:sldLayout>`

const ground = xml`<a:schemeClr val="bg1"/>`

const levelsXml = (size: number, serif: boolean): readonly Xml[] =>
  [1, 2, 3, 4, 5].map((level) => levelXml(level, size, serif))

/** The slide master; `layouts` are the relationships to its layouts. */
export function masterXml(taken: readonly Taken[], layouts: readonly string[]): Xml {
  const holders = Object.keys(kinds).flatMap(
    (kind) => taken.find((one) => kindOf(one) === kind) ?? [],
  )
  return xml`
    <p:sldMaster ${namespaces}>
      ${contentXml(undefined, ground, holders.map(holderXml))}
      ${colourMap}
      <p:sldLayoutIdLst>
        ${layouts.map((id, at) => xml`<p:sldLayoutId id="${2_147_483_649 + at}" r:id="${id}"/>`)}
      </p:sldLayoutIdLst>
      <p:txStyles>
        <p:titleStyle>${levelsXml(50, true)}</p:titleStyle>
        <p:bodyStyle>${levelsXml(36, false)}</p:bodyStyle>
        <p:otherStyle>${levelsXml(24, false)}</p:otherStyle>
      </p:txStyles>
    </p:sldMaster>`
}

/** The picture of the slide and the notes on a page of notes; `boxes` stand on the master only. */
const notesShapes = (
  paragraphs: Part,
  boxes?: Readonly<Record<'picture' | 'notes', Box>>,
): Xml => xml`
  <p:sp>
    <p:nvSpPr>
      <p:cNvPr id="2" name="Hình trang chiếu"/>
      <p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>
      <p:nvPr>${placeXml(boxes ? { type: 'sldImg', idx: 2 } : { type: 'sldImg' })}</p:nvPr>
    </p:nvSpPr>
    <p:spPr>${boxes && [frameXml(boxes.picture), rectangle]}</p:spPr>
  </p:sp>
  <p:sp>
    <p:nvSpPr>
      <p:cNvPr id="3" name="Ghi chú"/>
      <p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
      <p:nvPr>${placeXml({ type: 'body', idx: 3 }, boxes && attribute('sz', 'quarter'))}</p:nvPr>
    </p:nvSpPr>
    <p:spPr>${boxes && [frameXml(boxes.notes), rectangle]}</p:spPr>
    <p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody>
  </p:sp>`

const notesPrompt = xml`<a:p><a:r><a:rPr lang="vi-VN"/><a:t>Ghi chú báo cáo viên</a:t></a:r></a:p>`

const notesBoxes = {
  picture: { x: 72, y: 120, w: 576, h: 324 },
  notes: { x: 72, y: 462, w: 576, h: 378 },
} as const

/** The master of the pages of notes. */
export const notesMasterXml = xml`
  <p:notesMaster ${namespaces}>
    ${contentXml(undefined, ground, notesShapes(notesPrompt, notesBoxes))}
    ${colourMap}
    <p:notesStyle>${levelsXml(16, false)}</p:notesStyle>
  </p:notesMaster>`

/** A page of notes. */
export const notesXml = (paragraphs: readonly Xml[]): Xml => xml`
  <p:notes ${namespaces}>
    ${contentXml(undefined, undefined, notesShapes(paragraphs))}
    ${inherited}
  </p:notes>`
