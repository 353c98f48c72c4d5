import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, inject } from 'vitest'
import { fromBase85 } from '../../../src/model/base85.ts'

/** Where a deck can be opened from: a server, or a file on a stick. */
export type Deployment = 'the built site' | 'the packed file'

export const deployments: readonly Deployment[] = ['the built site', 'the packed file']

/**
 * Where a walk is made that finds the same program in both deployments: on the built site by
 * `npm test`, on the packed file by `npm run test:long`, whose project `packed` sets `WALKED`.
 */
export const walked: readonly Deployment[] = deployments.filter(
  (deployment) => deployment === (process.env.WALKED ?? 'the built site'),
)

/** The addresses of the pages of a deployment. */
export interface Addresses {
  readonly deck: string
  readonly speaker: string
  readonly review: string
  readonly outline: string
  readonly check: string
}

let folder = ''

/** Lays packed files into a folder with spaces and Vietnamese letters, for the tests of a file. */
export function layPackedFiles(): void {
  beforeAll(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'usb-')), 'Tài liệu hội nghị')
    await mkdir(folder)
    await copyFile(
      join(inject('dist'), 'mang-theo/bao-cao-vien.html'),
      join(folder, 'Bản của tôi (2).html'),
    )
    await copyFile(join(inject('dist'), 'mang-theo/khan-gia.html'), join(folder, 'khán giả.html'))
  })
  afterAll(() => rm(join(folder, '..'), { recursive: true }))
}

/** What a packed file says on all of its pages, those asleep in it included. */
export function packedText(html: string): string {
  const asleep = /class="asleep">([^<]*)</.exec(html)?.[1] ?? ''
  if (!asleep) return html
  const { pages, script, ...rest } = JSON.parse(String(gunzipSync(fromBase85(asleep))))
  return `${html}<script>${pages}</script><script>${script}</script>${JSON.stringify(rest)}`
}

/** The address of a file laid there. */
export const fileAddress = (name: string): string => pathToFileURL(join(folder, name)).href

export function addressesOf(deployment: Deployment): Addresses {
  if (deployment === 'the built site') {
    const origin = inject('origin')
    return {
      deck: `${origin}/`,
      speaker: `${origin}/speaker.html`,
      review: `${origin}/review.html`,
      outline: `${origin}/outline.html`,
      check: `${origin}/check.html`,
    }
  }
  const file = fileAddress('Bản của tôi (2).html')
  return {
    deck: file,
    speaker: `${file}?bao-cao-vien`,
    review: `${file}?doc-truoc`,
    outline: `${file}?de-cuong`,
    check: `${file}?kiem-tra`,
  }
}
