import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')

/** Where the built pages stand. */
export const dist = join(root, 'dist')

/** What pages are built for; Vite calls it the mode. */
export type Purpose = 'production' | 'print'

/**
 * Builds every page into `dist/`, as `npm run build` does, without its listing; for `print` only
 * what paper needs: nothing to take along, nothing compressed.
 */
export async function buildPages(
  outDir: string = dist,
  mode: Purpose = 'production',
): Promise<void> {
  await build({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    mode,
    build: { outDir },
  })
}
