import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { leftOut, slimReveal, sources } from '../../../src/build/plugins/reveal.ts'

test('every part of reveal.js is left out, or known to be used', () => {
  const code = readFileSync(join(sources, 'reveal.js'), 'utf8')
  const parts = [...code.matchAll(/from '\.\/((?:controllers|components)\/[^']+)'/g)]
  expect(parts.map(([, name]) => name).sort()).toEqual(
    [...Object.keys(leftOut), 'controllers/fragments', 'controllers/touch'].sort(),
  )
})

test('what is left of a part is a class with those of its methods that do something', async () => {
  // Vite's own types allow for other forms of the hooks.
  const { resolveId, load } = slimReveal() as unknown as {
    resolveId(id: string, importer: string): string
    load(id: string): string
  }
  const partOf = async (name: string) => {
    const code = load(resolveId(`./controllers/${name}`, join(sources, 'reveal.js')))
    const { default: Part } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
    // In a list, because a promise would take its methods for those of another promise.
    return [new Part()]
  }
  const style = { display: '' }
  const [content] = await partOf('slidecontent')
  content.unload({ style })
  expect(style.display).toBe('none')
  expect(content.startEmbeddedContent.bind(content)()).toBe(undefined)
  const [overview] = await partOf('overview')
  expect(overview.isActive()).toBe(undefined)
})
