import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const house = readFileSync('README.md', 'utf8')
  .split(/^## /m)
  .find((part) => part.startsWith('Folders'))

const foldersIn = (path: string) =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  )

test.for(['src', 'src/model', 'src/client', 'tests'])(
  'the README says what each folder of %s holds',
  (path) => {
    const named = new Set(house?.match(/[\w-]+/g))
    expect(foldersIn(path).filter((name) => !named.has(name))).toEqual([])
  },
)

test.for(['README.md', '.github/CONTRIBUTING.md'])('%s names files that exist', (page) => {
  const paths = readFileSync(page, 'utf8').match(/\b(?:src|tests|slides|assets)\/[\w./-]*\w/g) ?? []
  expect(paths.length).toBeGreaterThan(10)
  expect(paths.filter((path) => !existsSync(path))).toEqual([])
})

test('the README gives the reason for each package', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  )
  const named = readFileSync('README.md', 'utf8')
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  expect(names.filter((name) => !named.includes(`**${name}**`))).toEqual([])
})
