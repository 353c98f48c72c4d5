import { encodeQR } from 'qr'

/** The light margin that a scanner needs around a code, in modules. */
const margin = 4

const svg = 'http://www.w3.org/2000/svg'

/**
 * Draws an address as a QR code, dark on light in both schemes, with its margin. It is as large as its
 * style says, and reads `label` to a screen reader, because nobody can hear an address in a picture.
 */
export function qrPicture(address: string, label: string): SVGSVGElement {
  const modules = encodeQR(address, 'raw', { ecc: 'medium', border: margin })
  const size = String(modules.length)
  const picture = document.createElementNS(svg, 'svg')
  picture.setAttribute('class', 'qr')
  picture.setAttribute('viewBox', `0 0 ${size} ${size}`)
  picture.setAttribute('role', 'img')
  picture.setAttribute('aria-label', label)
  const ground = document.createElementNS(svg, 'rect')
  ground.setAttribute('width', size)
  ground.setAttribute('height', size)
  ground.setAttribute('fill', '#fff')
  const dark = document.createElementNS(svg, 'path')
  dark.setAttribute(
    'd',
    modules
      .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
      .join(''),
  )
  dark.setAttribute('fill', '#000')
  // Without it, light lines shine through between modules.
  dark.setAttribute('shape-rendering', 'crispEdges')
  picture.append(ground, dark)
  return picture
}
