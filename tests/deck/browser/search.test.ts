import { expect, test } from 'vitest'
import { has, open, presents } from '../../browser/support/browser.ts'
import { absent, noted, searches } from '../expected/searches.ts'

const found = Object.values(searches).flat()

// The tables are checked without a browser too, on passages that are taken from the deck's data;
// here, on those that each window reads from its page.
test.for([
  ['/', found],
  ['/speaker.html', [...found, ...noted]],
  ['/review.html', [...found, ...noted]],
] as const)('the search of %s finds what is typed, and nothing else', async ([path, questions]) => {
  const { page, complaints } = await open(path)
  await has(page, '[data-command="search"]')
  // A key that is pressed before any script has arrived is the browser's.
  if (path === '/') await presents(page)
  await page.keyboard.press('/')
  await page.keyboard.type('1')
  await has(page, '#search .hits a')
  const firstOf = (questions: readonly string[]) =>
    page.evaluate((questions) => {
      const field = document.querySelector<HTMLInputElement>('#search input')
      return questions.map((question) => {
        if (field) field.value = question
        field?.dispatchEvent(new Event('input'))
        return document.querySelector('#search .hits a')?.getAttribute('href')?.slice(1) ?? ''
      })
    }, questions)
  const ids = await firstOf(questions.map(([question]) => question))
  expect(questions.map(([question], at) => [question, ids[at]])).toEqual(questions)
  const others = await firstOf(absent)
  expect(absent.filter((_, at) => others[at] !== '')).toEqual([])
  expect(complaints).toEqual([])
  await page.context().close()
})
