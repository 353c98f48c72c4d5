import { type Xml, xml } from '../package/xml.ts'
import type { DeckPicture } from '../picture.ts'
import type { Setting } from './text.ts'

/** The namespaces of a presentation's parts. */
export const namespaces = xml`
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
  xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`

/** How a slide's names for colours map to those of the scheme. */
export const colourMap = xml`
  <p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2"
    accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink"
    folHlink="folHlink"/>`

/** A slide's name for the colour of each role. */
const names = {
  text: 'tx1',
  ground: 'bg1',
  quiet: 'tx2',
  structure: 'bg2',
  accent: 'accent1',
  field: 'accent2',
} as const satisfies Record<keyof DeckPicture['colours'], string>

/** Names measured colours by the scheme, so that another scheme recolours the whole file. */
export function paletteOf(colours: DeckPicture['colours']): Setting['colour'] {
  const named = new Map(
    // The keys are those of the type.
    Object.entries(colours).map(([role, { hex }]) => [hex, names[role as keyof typeof names]]),
  )
  return ({ hex, alpha }) => {
    const name = named.get(hex)
    const opacity = alpha !== undefined && xml`<a:alpha val="${Math.round(alpha * 100_000)}"/>`
    return name
      ? xml`<a:schemeClr val="${name}">${opacity}</a:schemeClr>`
      : xml`<a:srgbClr val="${hex}">${opacity}</a:srgbClr>`
  }
}

const fill = xml`<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
const line = xml`<a:ln w="9525">${fill}</a:ln>`
const effect = xml`<a:effectStyle><a:effectLst/></a:effectStyle>`

const fontXml = (typeface: string): Xml =>
  xml`<a:latin typeface="${typeface}"/><a:ea typeface=""/><a:cs typeface=""/>`

/** The theme: the deck's colours, and fonts that every machine has. */
export function themeXml(name: string, colours: DeckPicture['colours']): Xml {
  const { text, ground, quiet, structure, accent, field } = colours
  const slots = {
    dk1: text,
    lt1: ground,
    dk2: quiet,
    lt2: structure,
    accent1: accent,
    accent2: field,
  }
  const repeats = { accent3: quiet, accent4: structure, accent5: accent, accent6: field }
  return xml`
    <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${name}">
      <a:themeElements>
        <a:clrScheme name="${name}">
          ${Object.entries({ ...slots, ...repeats, hlink: quiet, folHlink: quiet }).map(
            ([slot, { hex }]) =>
              xml`<${{ xml: `a:${slot}` }}><a:srgbClr val="${hex}"/></${{ xml: `a:${slot}` }}>`,
          )}
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
