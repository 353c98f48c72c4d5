import { attribute, type Part, type Xml, xml } from '../package/xml.ts'
import type { Box, Point, Segment, Shape, ShapeItem, TextItem } from '../picture.ts'
import { emu, isGiant, jumpXml, paragraphsXml, type Setting, textBox } from './text.ts'

/** A place of the slide's layout that a text takes. */
export interface Placeholder {
  readonly type?: 'title' | 'ftr' | 'sldNum'
  readonly idx?: number
}

/** The element by which a shape takes a place of its layout. */
export const placeXml = ({ type, idx }: { type?: string; idx?: number }, more?: Part): Xml =>
  xml`<p:ph${attribute('type', type)}${more}${attribute('idx', idx)}/>`

const cornersXml = ({ x, y, w, h }: Box): Xml =>
  xml`<a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/>`

/** Where a shape lies. */
export const frameXml = (box: Box): Xml => xml`<a:xfrm>${cornersXml(box)}</a:xfrm>`

export const rectangle = xml`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`

const decoration = xml`
  <a:extLst>
    <a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">
      <adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>
    </a:ext>
  </a:extLst>`

/** A text body without text, which every shape has to have. */
const noText = xml`
  <p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="vi-VN"/></a:p></p:txBody>`

function pathXml(path: readonly Segment[], box: Box): Xml {
  const at = ([x, y]: Point) => xml`<a:pt x="${emu(x - box.x)}" y="${emu(y - box.y)}"/>`
  const halfXml = (angle: number, radius: number) =>
    xml`<a:arcTo wR="${emu(radius)}" hR="${emu(radius)}" stAng="${angle}" swAng="10800000"/>`
  const segments = path.map((segment): Xml => {
    switch (segment.to) {
      case 'M':
        return xml`<a:moveTo>${at(segment.at)}</a:moveTo>`
      case 'L':
        return xml`<a:lnTo>${at(segment.at)}</a:lnTo>`
      case 'C':
        return xml`<a:cubicBezTo>${[...segment.by, segment.at].map(at)}</a:cubicBezTo>`
      case 'O': {
        const {
          at: [x, y],
          radius,
        } = segment
        const halves = [halfXml(10_800_000, radius), halfXml(0, radius)]
        return xml`<a:moveTo>${at([x - radius, y])}</a:moveTo>${halves}<a:close/>`
      }
      default:
        return xml`<a:close/>`
    }
  })
  return xml`
    <a:custGeom>
      <a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>
      <a:pathLst><a:path w="${emu(box.w)}" h="${emu(box.h)}">${segments}</a:path></a:pathLst>
    </a:custGeom>`
}

function geometryXml({ path, box }: Shape): Xml {
  const [first, second] = path ?? []
  if (!path) return rectangle
  if (first?.to !== 'O' || second) return pathXml(path, box)
  return xml`<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>`
}

/** The number and the name of a shape, and what is said of it to whoever cannot see it. */
const nameXml = (id: number, name: string, label?: string, more?: Part): Xml =>
  xml`<p:cNvPr id="${id}" name="${name}"${attribute('descr', label)}>${more}</p:cNvPr>`

function shapeXml(shape: Shape, name: Xml, { colour }: Setting): Xml {
  const { fill, line } = shape
  return xml`
    <p:sp>
      <p:nvSpPr>${name}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>
      <p:spPr>
        ${frameXml(shape.box)}
        ${geometryXml(shape)}
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

/** A drawing: one shape, or a group of them. Takes an id for itself and each of its shapes. */
export function drawingXml(
  { shapes, box, label }: ShapeItem,
  name: string,
  ids: () => number,
  setting: Setting,
): Xml {
  const named = nameXml(ids(), name, label, label === undefined && decoration)
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
  // Where a link is not underlined, the whole text leads there: a link within it would be.
  const whole = item.paragraphs
    .flatMap(({ lines }) => lines.flat())
    .find(({ to, underlined }) => to !== undefined && !underlined)?.to
  const jump = whole === undefined ? undefined : setting.jump(whole)
  const locks = place
    ? xml`<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>`
    : xml`<p:cNvSpPr txBox="1"/>`
  return xml`
    <p:sp>
      <p:nvSpPr>
        ${nameXml(id, name, undefined, jump !== undefined && jumpXml(jump))}
        ${locks}
        <p:nvPr>${place && placeXml(place)}</p:nvPr>
      </p:nvSpPr>
      <p:spPr>${frameXml(textBox(item))}${!place && [rectangle, xml`<a:noFill/>`]}</p:spPr>
      <p:txBody>
        <a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="${isGiant(item) ? 'b' : 't'}">
          ${
            // Not fitted to its box: LibreOffice would draw hand-set lines closer together.
            xml`<a:noAutofit/>`
          }
        </a:bodyPr>
        <a:lstStyle/>
        ${paragraphsXml(item, setting, place?.type === 'sldNum')}
      </p:txBody>
    </p:sp>`
}
