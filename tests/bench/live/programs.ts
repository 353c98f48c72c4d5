import { join } from 'node:path'
import { build } from 'vite'
import { places } from '../../../src/build/sources/places.js'
import { root, scratch } from '../scratch.ts'
import type { Name } from './results.ts'

/** The folder where socket.io is installed and the programs are built. */
export const place = join(scratch, 'live')

/** The programs that run in processes of their own. */
type Program = Name | 'audience'

/** The path of a built program. */
export const programOf = (name: Program): string => join(place, `${name}.js`)

/** Bundles the programs as JavaScript, so that no server has to compile anything when it starts. */
export async function makePrograms(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    // Files that are read from beside their source stay there.
    plugins: [places],
    build: {
      ssr: true,
      target: 'node20',
      minify: false,
      outDir: place,
      emptyOutDir: false,
      rolldownOptions: {
        external: ['socket.io'],
        input: {
          ours: join(import.meta.dirname, 'ours.ts'),
          'socket.io': join(import.meta.dirname, 'socket-io.ts'),
          loop: join(import.meta.dirname, 'loop.ts'),
          audience: join(import.meta.dirname, 'audience.ts'),
        },
      },
    },
  })
}
