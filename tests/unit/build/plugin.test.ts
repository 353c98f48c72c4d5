import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

/** Where the development server of a deck finds its fonts. */
async function fontsOf(deck: string): Promise<string> {
  vi.resetModules()
  vi.stubEnv('DECK', deck)
  // Set by the plugin for its build, and put back here.
  vi.stubEnv('NODE_ENV', process.env.NODE_ENV)
  const { deckPages } = await import('../../../src/build/plugin.ts')
  // Vite's own type allows for other forms of the hook.
  const { config } = deckPages() as unknown as {
    config(
      config: object,
      env: { command: string; mode: string },
    ): {
      resolve: { alias: readonly { find: unknown; replacement: string }[] }
    }
  }
  const { alias } = config({}, { command: 'serve', mode: 'development' }).resolve
  return alias.find(({ find }) => find === '#fonts.css')?.replacement ?? ''
}

test('two decks that are served from their sources at the same time do not write over each other’s fonts', async () => {
  const [one, other] = [await fontsOf('slides/deck.ts'), await fontsOf('tests/sample-deck/deck.ts')]
  expect(one).toMatch(/screen.*\.css$/)
  expect(one).not.toBe(other)
})
