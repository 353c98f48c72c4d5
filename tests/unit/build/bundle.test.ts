import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { bundle } from '../../../src/build/bundle.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const input = join(import.meta.dirname, '../../../src/model/decimal.ts')

test('a build says nothing in English, whatever its bundler would warn of', async () => {
  const methods = ['log', 'info', 'warn', 'error'] as const
  const said = [
    ...methods.map((name) => vi.spyOn(console, name).mockImplementation(() => undefined)),
    vi.spyOn(process.stdout, 'write').mockImplementation(() => true),
  ]
  const plugin = {
    name: 'warns',
    transform(this: { warn(text: string): void }) {
      this.warn('JavaScript callbacks ran for 4.1s of this 5.3s build.')
    },
  }
  await bundle({ plugins: [plugin], build: { rolldownOptions: { input } } })
  for (const one of said) expect(one).not.toHaveBeenCalled()
})

test('what a build cannot read is thrown', async () => {
  await expect(
    bundle({ build: { rolldownOptions: { input: join(input, 'none.ts') } } }),
  ).rejects.toThrow('none.ts')
})
