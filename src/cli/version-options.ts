import { resolve } from 'node:path'
import { versionRemarks } from '../build/entry.ts'
import type { VersionFile } from '../build/version.ts'
import type { Options } from './args.ts'

/** The options of a command that can show a private version; `help` says what it does with one. */
export const versionOptions = (help: string) =>
  ({
    'version-file': { type: 'string', value: 'TỆP', help },
    partly: { type: 'boolean', help: 'tệp bản riêng có lỗi thì dùng phần còn lại' },
  }) as const satisfies Options

/** The private version that the options name; undefined without one. */
export const versionIn = ({
  'version-file': path,
  partly = false,
}: {
  readonly 'version-file'?: string | undefined
  readonly partly?: boolean | undefined
}): VersionFile | undefined => (path === undefined ? undefined : { path: resolve(path), partly })

/** Prints what of a version will not be shown as it was written. */
export function sayRemarks(version: VersionFile | undefined): void {
  for (const remark of versionRemarks(version)) console.log(`Lưu ý: ${remark}`)
}
