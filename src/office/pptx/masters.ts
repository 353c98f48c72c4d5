import { attribute, type Part, type Xml, xml } from '../package/xml.ts'
import type { Box } from '../picture.ts'
import type { Look, Place, Placeholder } from './places.ts'
import { frameXml, placeXml, rectangle } from './shapes.ts'
import { emu, fieldId, lettersXml, type Setting } from './text.ts'
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

/** What stands in each kind of place while it is empty. */
const prompts: Readonly<Record<Placeholder['type'], string>> = {
  title: 'Bấm để nhập đầu đề',
  body: 'Bấm để nhập nội dung',
  ftr: 'Nguồn',
  sldNum: '',
}

const number = xml`
  <a:fld id="${fieldId}" type="slidenum"><a:rPr lang="vi-VN"/><a:t>‹#›</a:t></a:fld>`

function levelXml(level: number, look: Look, setting: Setting): Xml {
  const name = { xml: `a:lvl${level}pPr` }
  return xml`
    <${name} marL="${emu(36 * (level - 1))}" indent="0" algn="l">
      <a:lnSpc><a:spcPct val="115000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>
      ${lettersXml('a:defRPr', look, setting)}
    </${name}>`
}

const holderXml =
  (setting: Setting, ownPrompt?: Part) =>
  ({ holder, box, look }: Place, at: number): Xml => {
    const prompt = prompts[holder.type]
    return xml`
      <p:sp>
        <p:nvSpPr>
          <p:cNvPr id="${at + 2}" name="${holder.name}"/>
          <p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
          <p:nvPr>${placeXml(holder, /title|body/.test(holder.type) && ownPrompt)}</p:nvPr>
        </p:nvSpPr>
        <p:spPr>${frameXml(box)}${rectangle}</p:spPr>
        <p:txBody>
          <a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr>
          <a:lstStyle>${look && levelXml(1, look, setting)}</a:lstStyle>
          <a:p>
            ${prompt ? xml`<a:r><a:rPr lang="vi-VN"/><a:t>${prompt}</a:t></a:r>` : number}
          </a:p>
        </p:txBody>
      </p:sp>`
  }

/** A layout: the places of the slide that it is made after. */
export const layoutXml = (name: string, places: readonly Place[], setting: Setting): Xml => xml`
  <p:sldLayout ${namespaces} preserve="1" userDrawn="1">
    ${contentXml(name, undefined, places.map(holderXml(setting, attribute('hasCustomPrompt', 1))))}
    ${inherited}
  </p:sldLayout>`

const ground = xml`<a:schemeClr val="bg1"/>`

/** The looks of all levels of a text. */
function levelsXml(size: number, serif: boolean, setting: Setting): readonly Xml[] {
  const look = { size, serif, bold: serif, colour: setting.ink }
  return [1, 2, 3, 4, 5].map((level) => levelXml(level, look, setting))
}

/** The slide master; `layouts` are the relationships to its layouts. */
export function masterXml(
  places: readonly Place[],
  layouts: readonly string[],
  setting: Setting,
  dark: boolean,
): Xml {
  return xml`
    <p:sldMaster ${namespaces}>
      ${contentXml(undefined, ground, places.map(holderXml(setting)))}
      ${colourMap(dark)}
      <p:sldLayoutIdLst>
        ${layouts.map((id, at) => xml`<p:sldLayoutId id="${2_147_483_649 + at}" r:id="${id}"/>`)}
      </p:sldLayoutIdLst>
      <p:txStyles>
        <p:titleStyle>${levelsXml(50, true, setting)}</p:titleStyle>
        <p:bodyStyle>${levelsXml(36, false, setting)}</p:bodyStyle>
        <p:otherStyle>${levelsXml(24, false, setting)}</p:otherStyle>
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

/** The master of the pages of notes, which are printed: dark on light. */
export const notesMasterXml = (setting: Setting): Xml => xml`
  <p:notesMaster ${namespaces}>
    ${contentXml(undefined, ground, notesShapes(notesPrompt, notesBoxes))}
    ${colourMap(false)}
    <p:notesStyle>${levelsXml(16, false, setting)}</p:notesStyle>
  </p:notesMaster>`

/** A page of notes. */
export const notesXml = (paragraphs: readonly Xml[]): Xml => xml`
  <p:notes ${namespaces}>
    ${contentXml(undefined, undefined, notesShapes(paragraphs))}
    ${inherited}
  </p:notes>`
