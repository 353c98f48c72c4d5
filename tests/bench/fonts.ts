import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { vietnameseLetters } from '../../src/model/language/alphabet.ts'
import { folderOf, root } from './scratch.ts'

/** Both weights as Fontsource ships them: a file each for Latin and Vietnamese. */
async function packaged(folder: string): Promise<string> {
  const source = folderOf('@fontsource/be-vietnam-pro')
  const rules: string[] = []
  for (const script of ['vietnamese', 'latin']) {
    for (const weight of [400, 700]) {
      const file = `be-vietnam-pro-${script}-${weight}-normal.woff2`
      await copyFile(join(source, 'files', file), join(folder, file))
      const css = await readFile(join(source, `${script}-${weight}.css`), 'utf8')
      rules.push(css.replace('./files/', './').replace(/, url\([^)]*\) format\('woff'\)/, ''))
    }
  }
  return rules.join('\n')
}

/** Both weights from this checkout's fonts, if the package could not be installed. */
async function cut(folder: string): Promise<string> {
  const ascii = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at))
  const letters = [...ascii, ...vietnameseLetters, ...'“”‘’«»–—…·•×°§'].join('')
  const rules: string[] = []
  for (const [weight, used] of [
    [500, 400],
    [700, 700],
  ]) {
    const font = await readFile(join(root, `assets/fonts/be-vietnam-pro-${weight}.ttf`))
    const woff2 = await subsetFont(font, letters, {
      targetFormat: 'woff2',
      keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'locl'],
      noHinting: true,
    })
    const file = `be-vietnam-pro-${weight}.woff2`
    await writeFile(join(folder, file), woff2)
    rules.push(
      `@font-face { font-family: 'Be Vietnam Pro'; font-weight: ${used}; font-display: swap; src: url(./${file}) format('woff2') }`,
    )
  }
  return rules.join('\n')
}

/** Writes a rival's fonts into a folder and returns the CSS for them, with URLs relative to it. */
export async function putFonts(folder: string, fromPackage: boolean): Promise<string> {
  await mkdir(folder, { recursive: true })
  return fromPackage ? packaged(folder) : cut(folder)
}
