import { attribute, type Part, type Xml, xml } from '../package/xml.ts'
import { type Box, boxAround, type Shape, type ShapeItem, type TextItem } from '../picture.ts'
import type { Placeholder } from './places.ts'
import { emu, isGiant, paragraphsXml, type Setting, textBox } from './text.ts'

/** The element by which a shape takes a place of its layout. */
export const placeXml = (place: { type: string; idx?: number }, more?: Part): Xml =>
  xml`<p:ph type="${place.type}"${more}${attribute('idx', place.idx)}/>`

const cornersXml = ({ x, y, w, h }: Box): Xml =>
  xml`<a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/>`

/** Where a shape lies. */
export const frameXml = (box: Box): Xml => xml`<a:xfrm>${cornersXml(box)}</a:xfrm>`

const presetXml = (name: 'rect' | 'ellipse' | 'line'): Xml =>
  xml`<a:prstGeom prst="${name}"><a:avLst/></a:prstGeom>`

export const rectangle = presetXml('rect')

const decoration = xml`
  <a:extLst>
    <a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">
      <adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>
    </a:ext>
  </a:extLst>`

/** A text body without text, which every shape has to have. */
const noText = xml`
  <p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="vi-VN"/></a:p></p:txBody>`

/** The outline of several rectangles or ellipses, as one freeform. */
function outlineXml({ boxes, round }: Shape, around: Box): Xml {
  const at = (x: number, y: number) =>
    xml`<a:pt x="${emu(x - around.x)}" y="${emu(y - around.y)}"/>`
  const halfXml = ({ w, h }: Box, angle: number) =>
    xml`<a:arcTo wR="${emu(w / 2)}" hR="${emu(h / 2)}" stAng="${angle}" swAng="10800000"/>`
  const parts = boxes.map((box) => {
    const { x, y, w, h } = box
    if (round) {
      const halves = [halfXml(box, 10_800_000), halfXml(box, 0)]
      return xml`<a:moveTo>${at(x, y + h / 2)}</a:moveTo>${halves}<a:close/>`
    }
    const others = [at(x + w, y), at(x + w, y + h), at(x, y + h)]
    return xml`
      <a:moveTo>${at(x, y)}</a:moveTo>
      ${others.map((corner) => xml`<a:lnTo>${corner}</a:lnTo>`)}<a:close/>`
  })
  return xml`
    <a:custGeom>
      <a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>
      <a:pathLst><a:path w="${emu(around.w)}" h="${emu(around.h)}">${parts}</a:path></a:pathLst>
    </a:custGeom>`
}

function geometryXml(shape: Shape, around: Box): Xml {
  if (shape.boxes.length > 1) return outlineXml(shape, around)
  const isLine = around.w === 0 || around.h === 0
  return presetXml(isLine ? 'line' : shape.round ? 'ellipse' : 'rect')
}

/** The number and the name of a shape, and what is said of it to whoever cannot see it. */
const nameXml = (id: number, name: string, label?: string, more?: Part): Xml =>
  xml`<p:cNvPr id="${id}" name="${name}"${attribute('descr', label)}>${more}</p:cNvPr>`

function shapeXml(shape: Shape, name: Xml, { colour }: Setting): Xml {
  const { fill, line, boxes } = shape
  const around = boxAround(boxes)
  return xml`
    <p:sp>
      <p:nvSpPr>${name}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>
      <p:spPr>
        ${frameXml(around)}
        ${geometryXml(shape, around)}
        ${fill ? xml`<a:solidFill>${colour(fill)}</a:solidFill>` : xml`<a:noFill/>`}
        ${
          line
            ? xml`<a:ln w="${emu(line.width)}"><a:solidFill>${colour(line.colour)}</a:solidFill>
                ${line.dashed && xml`<a:prstDash val="dash"/>`}</a:ln>`
            : xml`<a:ln><a:noFill/></a:ln>`
        }
      </p:spPr>
      ${noText}
    </p:sp>`
}

/** A drawing: one shape, or a group of them, each with one of the further ids. */
export function drawingXml(
  { shapes, box, label }: ShapeItem,
  id: number,
  name: string,
  setting: Setting,
  ids: () => number,
): Xml {
  const named = nameXml(id, name, label, label === undefined && decoration)
  const [only, ...more] = shapes
  if (only && more.length === 0) return shapeXml(only, named, setting)
  const inner = [emu(box.x), emu(box.y), emu(box.w), emu(box.h)] as const
  return xml`
    <p:grpSp>
      <p:nvGrpSpPr>${named}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>
      <p:grpSpPr>
        <a:xfrm>
          ${cornersXml(box)}
          <a:chOff x="${inner[0]}" y="${inner[1]}"/><a:chExt cx="${inner[2]}" cy="${inner[3]}"/>
        </a:xfrm>
      </p:grpSpPr>
      ${shapes.map((shape, at) => shapeXml(shape, nameXml(ids(), `${name}, nét ${at + 1}`), setting))}
    </p:grpSp>`
}

/** A text: in a placeholder of the layout where one is given, else in a box of its own. */
export function textXml(
  item: TextItem,
  id: number,
  name: string,
  setting: Setting,
  place?: Placeholder,
): Xml {
  const to = item.to === undefined ? undefined : setting.jump(item.to)
  const jump =
    to !== undefined && xml`<a:hlinkClick r:id="${to}" action="ppaction://hlinksldjump"/>`
  const locks = place
    ? xml`<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>`
    : xml`<p:cNvSpPr txBox="1"/>`
  return xml`
    <p:sp>
      <p:nvSpPr>
        ${nameXml(id, name, undefined, jump)}
        ${locks}
        <p:nvPr>${place && placeXml(place)}</p:nvPr>
      </p:nvSpPr>
      <p:spPr>${frameXml(textBox(item))}${!place && [rectangle, xml`<a:noFill/>`]}</p:spPr>
      <p:txBody>
        ${
          // Not fitted to its box: LibreOffice would draw hand-set lines closer together.
          xml`
            <a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"
              anchor="${isGiant(item) ? 'b' : 't'}"><a:noAutofit/></a:bodyPr>`
        }
        <a:lstStyle/>
        ${paragraphsXml(item, setting, place?.type === 'sldNum')}
      </p:txBody>
    </p:sp>`
}
