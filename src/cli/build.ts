import { join, relative } from 'node:path'
import { build as bundle, createLogger } from 'vite'
import { passVersion, type VersionFile } from '../build/version.ts'
import { tidily } from '../system/scratch.ts'
import { helpOf, parse } from './args.ts'

const root = join(import.meta.dirname, '../..')

/** The folder of the built pages. */
export const dist = join(root, 'dist')

/** The purpose of a build, passed to Vite as its mode. */
export type Purpose = 'production' | 'print'

/**
 * Builds every page into `outDir`. For `print` it leaves out what paper does not need: packed files
 * and compressed copies. `version` is the private version to build.
 */
export async function buildPages(
  outDir: string = dist,
  mode: Purpose = 'production',
  version?: VersionFile,
): Promise<void> {
  await bundle({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    // Vite also throws what it logs; `report` prints that in Vietnamese.
    customLogger: { ...createLogger('warn'), error: () => undefined },
    mode,
    build: { outDir },
    plugins: version ? [passVersion(version)] : [],
  })
}

const help = helpOf('npm run build', 'Dựng bộ trang chiếu vào thư mục dist/.', {})

/** `npm run build`: builds the deck into `dist/`, for any web server. */
export async function build(args: readonly string[]): Promise<void> {
  if (parse(args, {}).help) {
    console.log(help)
    return
  }
  console.log('Đang dựng bộ trang chiếu…')
  await tidily(() => buildPages())
  console.log(`Xong: ${relative('.', dist)}/`)
}
