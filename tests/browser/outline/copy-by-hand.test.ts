import { expect, test } from 'vitest'
import { newContext, openIn } from '../support/browser.ts'

test('the outline copied by hand is the same as by its button, a piece of it a piece', async () => {
  const context = await newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const { page } = await openIn(context, '/outline.html')
  const copied = () =>
    page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const read = async (type: string) => (await item?.getType(type))?.text()
      return [await read('text/plain'), await read('text/html')]
    })
  await page.getByRole('button', { name: 'Chép đề cương' }).click()
  await expect.poll(() => page.locator('.notice').textContent()).toBe('Đã chép đề cương.')
  const whole = await copied()
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await page.evaluate(() => {
    const text = document.querySelector('.outline')
    if (text) getSelection()?.selectAllChildren(text)
  })
  await page.keyboard.press('Control+C')
  expect(await copied()).toEqual(whole)
  await page.evaluate(() => {
    const item = document.querySelector('[data-of="viec-3"]')
    if (item) getSelection()?.selectAllChildren(item)
  })
  await page.keyboard.press('Control+C')
  expect((await copied())[0]).not.toContain('Con số')
  await context.close()
})
