import { type Part, type Xml, xml } from '../package/xml.ts'
import type { Colour, DeckPicture, Palette } from '../picture.ts'
import type { Setting } from './text.ts'

/** The namespaces of a presentation's parts. */
export const namespaces = xml`
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
  xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`

/** The lightness and the saturation of a colour, as shares. */
function toneOf({ hex }: Colour) {
  const channels = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [most, least] = [Math.max(...channels), Math.min(...channels)]
  const light = (most + least) / 2
  const spread = 1 - Math.abs(2 * light - 1)
  return { light, saturation: spread > 0 ? (most - least) / spread : 0 }
}

export const isDark = ({ text, ground }: Palette): boolean =>
  toneOf(ground).light < toneOf(text).light

/**
 * How a slide's names for colours map to those of the scheme. PowerPoint's dark background styles
 * are the same map turned over.
 */
export function colourMap(dark: boolean): Xml {
  const [ground, text] = dark ? ['dk', 'lt'] : ['lt', 'dk']
  return xml`
    <p:clrMap bg1="${ground}1" tx1="${text}1" bg2="${ground}2" tx2="${text}2" accent1="accent1"
      accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6"
      hlink="hlink" folHlink="folHlink"/>`
}

/**
 * One colour as a tone of another, as in PowerPoint's own palettes: quiet text follows the text
 * where the map is turned over, lighter on dark.
 */
function toneXml(of: Colour, to: Colour): Xml {
  const [from, tone] = [toneOf(of), toneOf(to)]
  const kept = 0.8
  const saturation = from.saturation > 0 ? tone.saturation / from.saturation : 1
  const percent = (share: number) => Math.round(share * 100_000)
  return xml`
    <a:satMod val="${percent(saturation)}"/><a:lumMod val="${percent(kept)}"/>
    <a:lumOff val="${percent(tone.light - kept * from.light)}"/>`
}

/** Names measured colours by the scheme, so that another scheme recolours the whole file. */
export function paletteOf(colours: Palette): Setting['colour'] {
  const names: Readonly<Record<keyof Palette, readonly [name: string, tone?: Xml]>> = {
    quiet: ['tx1', toneXml(colours.text, colours.quiet)],
    text: ['tx1'],
    ground: ['bg1'],
    // Text in the accent has to turn over too.
    accent: ['tx2'],
    field: ['accent2'],
    structure: ['accent3'],
  }
  const named = new Map(
    // The keys are those of the type.
    Object.entries(names).map(([role, name]) => [colours[role as keyof Palette].hex, name]),
  )
  return ({ hex, alpha }) => {
    const [name, tone] = named.get(hex) ?? []
    const more: Part = [
      tone,
      alpha !== undefined && xml`<a:alpha val="${Math.round(alpha * 100_000)}"/>`,
    ]
    return name
      ? xml`<a:schemeClr val="${name}">${more}</a:schemeClr>`
      : xml`<a:srgbClr val="${hex}">${more}</a:srgbClr>`
  }
}

const fill = xml`<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
const line = xml`<a:ln w="9525">${fill}</a:ln>`
const effect = xml`<a:effectStyle><a:effectLst/></a:effectStyle>`

const fontXml = (typeface: string): Xml =>
  xml`<a:latin typeface="${typeface}"/><a:ea typeface=""/><a:cs typeface=""/>`

/**
 * The theme: the deck's colours, with the accents of both of its schemes, and fonts that every
 * machine has.
 */
export function themeXml(
  name: string,
  { colours, otherAccent }: Pick<DeckPicture, 'colours' | 'otherAccent'>,
): Xml {
  const { text, ground, quiet, structure, accent, field } = colours
  const pairs = isDark(colours)
    ? { dk1: ground, lt1: text, dk2: otherAccent, lt2: accent }
    : { dk1: text, lt1: ground, dk2: accent, lt2: otherAccent }
  const accents = { accent1: accent, accent2: field, accent3: structure, accent4: quiet }
  const others = { accent5: otherAccent, accent6: field, hlink: quiet, folHlink: quiet }
  return xml`
    <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${name}">
      <a:themeElements>
        <a:clrScheme name="${name}">
          ${Object.entries({ ...pairs, ...accents, ...others }).map(([slot, { hex }]) => {
            const element = { xml: `a:${slot}` }
            return xml`<${element}><a:srgbClr val="${hex}"/></${element}>`
          })}
        </a:clrScheme>
        <a:fontScheme name="${name}">
          <a:majorFont>${fontXml('Times New Roman')}</a:majorFont>
          <a:minorFont>${fontXml('Arial')}</a:minorFont>
        </a:fontScheme>
        <a:fmtScheme name="${name}">
          <a:fillStyleLst>${[fill, fill, fill]}</a:fillStyleLst>
          <a:lnStyleLst>${[line, line, line]}</a:lnStyleLst>
          <a:effectStyleLst>${[effect, effect, effect]}</a:effectStyleLst>
          <a:bgFillStyleLst>${[fill, fill, fill]}</a:bgFillStyleLst>
        </a:fmtScheme>
      </a:themeElements>
    </a:theme>`
}
