import { writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { report } from '../../../src/cli/failure.ts'
import { exitCodes } from '../../../src/model/error.ts'

let said = ''
beforeEach(() => {
  said = ''
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
    said += `${words.join(' ')}\n`
  })
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** A bundler's error with a system error inside: a plugin's, or one of its own. */
const around = (inner: object) =>
  Object.assign(new Error('Build failed with 1 error:\n    at stack'), {
    errors: [Object.assign(new Error('in English'), inner)],
  })

const written = async (path: string) => writeFile(path, '').catch((error: unknown) => error)

test.for([
  [around({ code: 'PLUGIN_ERROR', pluginCode: 'ENOSPC', errno: -28 }), 'đĩa hết chỗ'],
  [
    around({
      code: 'UNHANDLEABLE_ERROR',
      message: 'Failed to write file in /x\n\nCaused by:\n    (os error 28)\n\nStack backtrace:',
    }),
    'đĩa hết chỗ',
  ],
  [around({ code: 'PLUGIN_ERROR', pluginCode: 'ENOTDIR' }), 'không phải là thư mục'],
  [Object.assign(new Error('x'), { code: 'EPROTO', syscall: 'open' }), 'hệ thống báo EPROTO'],
] as const)(
  'a system error is reported in one sentence, wherever it occurred: %s',
  ([error, words]) => {
    expect(report(error)).not.toBe(exitCodes.fault)
    expect(said).toContain(`${words}.`)
    expect(said.trim().split('\n')).toHaveLength(2)
  },
)

test('a path that the system refused is named', async () => {
  report(await written('package.json/x'))
  expect(said).toContain('“package.json/x”: có phần của đường dẫn không phải là thư mục.')
})

test('a folder that cannot be made is reported with the reason of the system, not as missing', () => {
  const path = 'package.json/new/folder'
  report(Object.assign(new Error('x'), { code: 'ENOENT', syscall: 'mkdir', path }))
  expect(said).toContain(`“${path}”: có phần của đường dẫn không phải là thư mục.`)
})

test('a file that another program keeps from being replaced is named, not its part', () => {
  const renamed = { code: 'EPERM', syscall: 'rename', path: '/x/.7-1.part', dest: '/x/slides.pdf' }
  report(Object.assign(new Error('x'), renamed))
  expect(said).toContain('“/x/slides.pdf”: không được phép.')
  expect(said).toContain('đang mở trong chương trình khác')
})

test('a machine without memory is no bug of ours', () => {
  const library = 'Aborted(RangeError: WebAssembly.instantiate(): Out of memory: Cannot allocate)'
  for (const error of [new Error(library), new RangeError('Array buffer allocation failed')]) {
    expect(report(error)).toBe(exitCodes.environment)
  }
  expect(said).toContain('Máy không đủ bộ nhớ.')
  expect(said).not.toContain('Chi tiết')
})

test('a bug of ours is reported with its stack', () => {
  expect(report(new TypeError('x'))).toBe(exitCodes.fault)
  expect(said).toContain('TypeError')
})
