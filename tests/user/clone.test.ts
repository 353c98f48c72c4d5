import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

const git = (cwd: string, ...args: string[]) => execFileSync('git', args, { cwd, encoding: 'utf8' })

// A copy that was downloaded without git cannot be cloned.
test.skipIf(!existsSync(join(root, '.git')))(
  'a clone has the same lines on Windows as everywhere',
  async () => {
    const place = await mkdtemp(join(tmpdir(), 'clone-'))
    // As Git for Windows is set up by itself.
    const windows = [
      '-c',
      'core.autocrlf=true',
      '-c',
      'core.eol=crlf',
      '-c',
      'advice.detachedHead=false',
    ]
    git(place, ...windows, 'clone', '--quiet', '--no-checkout', root, place)
    git(place, ...windows, 'checkout', '--quiet', 'HEAD')
    const lines = git(place, 'ls-files', '--eol').trim().split('\n')
    expect(lines.length).toBeGreaterThan(200)
    expect(lines.filter((line) => !/ w\/(lf|-text|none) /.test(line))).toEqual([])
    await rm(place, { recursive: true })
  },
)
