import decodeQR from 'qr/decode.js'

/** How many pixels a module is drawn with, for the reader that looks for edges. */
const size = 4

/** What a scanner reads in a QR code, given by its modules, its margin included: true is dark. */
export function scan(modules: readonly (readonly boolean[])[]): string {
  const width = (modules[0]?.length ?? 0) * size
  const height = modules.length * size
  const data = new Uint8Array(width * height * 4).fill(255)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isDark = modules[Math.floor(y / size)]?.[Math.floor(x / size)]
      data.fill(isDark ? 0 : 255, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  }
  return decodeQR({ width, height, data })
}
