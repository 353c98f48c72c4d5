import { join, relative } from 'node:path'
import { build as bundle, createLogger } from 'vite'
import { passVersion, type VersionFile } from '../build/version.ts'
import { tidily } from '../system/scratch.ts'
import { helpOf, parse } from './args.ts'

const root = join(import.meta.dirname, '../..')

/** Where the built pages stand. */
export const dist = join(root, 'dist')

/** What pages are built for; Vite calls it the mode. */
export type Purpose = 'production' | 'print'

/**
 * Builds every page into `dist/`; for `print` only what paper needs: nothing to take along, nothing
 * compressed.
 */
export async function buildPages(
  outDir: string = dist,
  mode: Purpose = 'production',
  version?: VersionFile,
): Promise<void> {
  await bundle({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    // What fails is thrown as well, and told in our own words.
    customLogger: { ...createLogger('warn'), error: () => undefined },
    mode,
    build: { outDir },
    plugins: version ? [passVersion(version)] : [],
  })
}

const help = helpOf('npm run build', 'Dựng bộ trang chiếu vào thư mục dist/.', {})

/** Builds the deck, for a server of another kind. */
export async function build(args: readonly string[]): Promise<void> {
  if (parse(args, {}).help) {
    console.log(help)
    return
  }
  console.log('Dựng các trang…')
  await tidily(() => buildPages())
  console.log(`Xong: ${relative('.', dist)}/`)
}
