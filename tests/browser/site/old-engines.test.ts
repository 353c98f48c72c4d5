import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { slides } from '../../support/slides.ts'
import { newContext, openIn } from '../support/browser.ts'

const root = join(import.meta.dirname, '../../..')

/** Everything that a browser is asked to read: what the build wrote, and what the relay serves as it is. */
async function shipped(): Promise<readonly { name: string; text: string }[]> {
  const names = (await readdir(inject('dist'), { recursive: true })).filter((name) =>
    /\.(?:html|css|js)$/.test(name),
  )
  return Promise.all(
    [
      ...names.map((name) => join(inject('dist'), name)),
      join(root, 'src/relay/pair-page/pair.js'),
    ].map(async (name) => ({ name, text: await readFile(name, 'utf8') })),
  )
}

describe('what is shipped', () => {
  test('says nothing that would stop a whole script in an engine of some years ago', async () => {
    const files = await shipped()
    expect(files.length).toBeGreaterThan(10)
    expect(files.filter(({ text }) => /\(\?<[=!]/.test(text)).map(({ name }) => name)).toEqual([])
  })

  test('asks for the room in words that every engine knows', async () => {
    const files = await shipped()
    // An engine that knows containers knows ranges in their questions.
    const ranges = files.flatMap(
      ({ text }) => text.match(/@media[^{]*\((?:width|height)\s*[<>=][^{]*/g) ?? [],
    )
    expect(ranges).toEqual([])
    expect(
      files.filter(({ text }) => text.includes('(max-width:699.98px)')).length,
    ).toBeGreaterThan(5)
  })
})

test.for([1280, 360])(
  'a deck whose scripts an engine cannot read is read, %i px wide',
  async (width) => {
    const context = await newContext({ viewport: { width, height: 720 } })
    await context.route('**/*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '/(?<' }),
    )
    const { page, complaints } = await openIn(context)
    await expect.poll(() => complaints.join()).toContain('Invalid regular expression')
    const boxes = await page.locator('section').evaluateAll((all) =>
      all.map((slide) => {
        const { top, bottom, left, right } = slide.getBoundingClientRect()
        const shown = [...slide.querySelectorAll('.title, .foot')].every(
          (part) =>
            getComputedStyle(part).visibility === 'visible' && part.getClientRects().length > 0,
        )
        return { top, bottom, shown, inside: left >= 0 && right <= innerWidth }
      }),
    )
    expect(boxes).toHaveLength(slides.length)
    boxes.forEach(({ top, shown, inside }, at) => {
      expect({ shown, inside }, String(at)).toEqual({ shown: true, inside: true })
      // One below the other.
      expect(top).toBeGreaterThanOrEqual(boxes[at - 1]?.bottom ?? 0)
    })
    await context.close()
  },
)
