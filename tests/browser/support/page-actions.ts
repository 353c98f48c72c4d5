import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, inject, vi } from 'vitest'
import { numberOf, slides } from '../../support/slides.ts'
import { has } from './browser.ts'
import { file } from './version.ts'

/** Goes to a slide by its number, as a person types it. */
export async function goTo(page: Page, id: string, among = slides): Promise<void> {
  await page.keyboard.type(String(numberOf(id, among)))
  await page.keyboard.press('Enter')
}

/** Holds back the scripts of a page that is opened next; the returned function lets them come. */
export async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/*.js', async (route) => {
    await held
    await route.continue()
  })
  return release
}

/** The sheet of a slide on the page to read beforehand. */
export const cardOf = (page: Page, id: string) =>
  page.locator('.card', { has: page.locator(`[id="${id}"]`) })

/**
 * Presses a button, by its selector, as soon as it is seen and can be pressed. The page presses it
 * itself, for half of what a click costs that scrolls, moves the mouse and waits for frames: for what
 * leads to a claim. Where a button itself is the claim, it is clicked.
 */
export const tap = (page: Page, selector: string): Promise<void> =>
  vi.waitFor(
    () =>
      page.evaluate((selector) => {
        const button = document.querySelector<HTMLButtonElement>(selector)
        if (!button?.checkVisibility() || button.disabled || button.closest('[inert]')) {
          throw new Error(`${selector} cannot be pressed.`)
        }
        button.focus()
        button.click()
      }, selector),
    { timeout: 10_000 },
  )

/** Opens the place where a version is made. */
export async function openVersionEditor(page: Page): Promise<void> {
  await tap(page, '.edit-version')
  await has(page, '.card .edit')
}

/** A button beside a slide. */
export const buttonOf = (id: string, does: string): string =>
  `.card:has([id="${id}"]) [data-do="${does}"]`

/** Presses a button beside a slide. */
export const press = (page: Page, id: string, does: string) => tap(page, buttonOf(id, does))

/** Gives the version up; with `erase`, all steps before are forgotten too. */
export async function restore(page: Page, way: 'restore' | 'erase' = 'restore'): Promise<void> {
  await tap(page, '.version-editor [data-do="restore"]')
  await tap(page, `#restoring[open] .${way}`)
}

/** Hands a file to the page, by its name and its text. */
export async function giveFile(page: Page, name: string, text: string): Promise<void> {
  const input = page.locator('.version-editor [type="file"]')
  if (text.length < 1_000_000) {
    const buffer = Buffer.from(text)
    return input.setInputFiles({ name, mimeType: 'application/json', buffer })
  }
  // A large one from the disk: given so, it would be copied several times on its way. A browser
  // without a locale finds no file by a Vietnamese name.
  const path = join(await mkdtemp(join(inject('prints'), 'given-')), 'lon.json')
  await writeFile(path, text)
  return input.setInputFiles(path)
}

/** Has the page read a version that it can use whole, and waits until it says so. */
export async function readVersionFile(page: Page, text = file, name = 'x.json'): Promise<void> {
  await giveFile(page, name, text)
  await expect.poll(() => page.locator('.notice').textContent()).toContain(name)
}
