import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, inject, onTestFinished, test } from 'vitest'
import { has, newContext, openIn, presents } from '../support/browser.ts'

/** What messengers add to a link. */
const added = 'utm_source=zalo&utm_medium=zalo&utm_campaign=zalo&zarsrc=30'

test('a link that was passed on shows what it showed before', async () => {
  const context = await newContext()
  onTestFinished(() => context.close())
  const { page, complaints } = await openIn(context, `/?${added}#/muc-luc`)
  await presents(page)
  expect(new URL(page.url()).search).toBe('')
  const file = pathToFileURL(join(inject('dist'), 'mang-theo/khan-gia.html')).href
  for (const [query, shown] of [
    [`?de-cuong&${added}`, '.outlining .outline'],
    [`?${added}&kiem-tra=`, '.checking .check'],
    [`?${added}`, '.presenting section.present'],
  ] as const) {
    await page.goto(file + query)
    await has(page, shown)
  }
  expect(complaints.filter((text) => text.startsWith('error'))).toEqual([])
})
