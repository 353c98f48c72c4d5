import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { file } from './version.ts'

/** The sheet of a slide on the page to read beforehand. */
export const cardOf = (page: Page, id: string) =>
  page.locator('.card', { has: page.locator(`[id="${id}"]`) })

/** Opens the place where a version is made. */
export async function openVersionEditor(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Soạn bản riêng' }).click()
  await page.waitForSelector('.card .edit')
}

/** Presses a button beside a slide. */
export const press = (page: Page, id: string, does: string) =>
  cardOf(page, id).locator(`[data-do="${does}"]`).click()

/** Hands a file to the page, by its name and its text. */
export const giveFile = (page: Page, name: string, text: string) =>
  page
    .locator('.version-editor [type="file"]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })

/** Has the page read a version that it can use whole, and waits until it says so. */
export async function readVersionFile(page: Page, text = file, name = 'x.json'): Promise<void> {
  await giveFile(page, name, text)
  await expect.poll(() => page.locator('.notice').textContent()).toContain(name)
}
