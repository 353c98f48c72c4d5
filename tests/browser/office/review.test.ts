import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeOffice } from '../../../src/cli/office/office.ts'
import { withPress } from '../../../src/cli/pdf/press.ts'
import type { OfficeFile } from '../../../src/office/office.ts'
import { readDocument, type readPresentation } from '../../support/office.ts'
import { newContext, openIn } from '../support/browser.ts'
import { addressesOf, deployments, layPackedFiles } from '../support/deployments.ts'
import { expectInPlace, presentationOf, wordsOf } from '../support/office.ts'
import { openVersionEditor, press, readVersionFile } from '../support/page-actions.ts'
import { file as versionFile } from '../support/version.ts'

layPackedFiles()

const buttons = {
  speaker: 'PowerPoint kèm ghi chú',
  slides: 'PowerPoint không ghi chú',
  outline: 'Đề cương Word',
} as const satisfies Record<OfficeFile, string>

/** Takes a file from the menu; gives its name and its bytes. */
async function taken(page: Page, file: OfficeFile) {
  await page.locator('.page-header [data-command="print"]').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    // Not at a place on the screen, which may move: what the host does not have leaves the menu.
    page.getByRole('button', { name: buttons[file] }).dispatchEvent('click'),
  ])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

let own: Readonly<Record<OfficeFile, Uint8Array>>
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'office-'))
  const path = join(folder, 'x.json')
  await writeFile(path, versionFile)
  const file = { path, partly: true }
  own = await withPress(file, (press) => makeOffice(press, file))
})
afterAll(() => rm(folder, { recursive: true }))

describe.for(deployments)('from %s, without a network', (deployment) => {
  test('the page to read beforehand gives what the command writes, of a private version too', async () => {
    const context = await newContext({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' })
    const { page, complaints } = await openIn(context, addressesOf(deployment).review)
    await page.locator('#printing .office:not([hidden])').waitFor({ state: 'attached' })
    // The menu is among what a phone shows on demand.
    await page.getByRole('button', { name: 'Thêm', exact: true }).click()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const published = await taken(page, 'slides')
    expect(published.name).toBe('trang-chieu.pptx')
    expect(wordsOf(published.bytes).slides.every(({ notes }) => notes.length === 0)).toBe(true)
    if (deployment === 'the packed file')
      expect(asked.filter((url) => /^http/.test(url))).toEqual([])
    await context.setOffline(true)

    await openVersionEditor(page)
    await readVersionFile(page)
    const speaker = await taken(page, 'speaker')
    expect(speaker.name).toBe('ban-rieng-bao-cao-vien.pptx')
    expect(wordsOf(speaker.bytes)).toEqual(wordsOf(own.speaker))
    expectInPlace(speaker.bytes, own.speaker)
    const slides = await taken(page, 'slides')
    expect(wordsOf(slides.bytes)).toEqual(wordsOf(own.slides))
    const outline = await taken(page, 'outline')
    expect(outline.name).toBe('ban-rieng.docx')
    expect(readDocument(outline.bytes).paragraphs).toEqual(readDocument(own.outline).paragraphs)
    expect(await page.locator('.notice').textContent()).toContain('tải về tệp ban-rieng.docx.')
    expect(await page.locator('iframe').count()).toBe(0)
    // The menu asks for files that are not there, and later without a network.
    expect(complaints.filter((words) => !/^failed|Failed to load/.test(words))).toEqual([])
    await context.close()
  })
})

test('a hidden slide stays in the speaker’s file as one; a page made dark gives a dark file', async () => {
  const context = await newContext()
  const { page } = await openIn(context, addressesOf('the built site').review)
  await page.locator('#printing .office:not([hidden])').waitFor({ state: 'attached' })
  await openVersionEditor(page)
  const id = presentationOf(own.slides).slides[2]?.id ?? ''
  await press(page, id, 'hide')
  const { slides } = presentationOf((await taken(page, 'speaker')).bytes)
  expect(slides.find((slide) => slide.id === id)?.hidden).toBe(true)
  const masterOf = ({ parts }: ReturnType<typeof readPresentation>) =>
    parts.get('ppt/slideMasters/slideMaster1.xml')
  await page.locator('.page-header [data-command="scheme"]').click()
  const audience = presentationOf((await taken(page, 'slides')).bytes)
  expect(audience.slides.map((slide) => slide.id)).not.toContain(id)
  expect(masterOf(audience)).toContain('bg1="dk1" tx1="lt1"')
  expect(masterOf(presentationOf(own.slides))).toContain('bg1="lt1" tx1="dk1"')
  for (const { xml } of audience.slides) expect(xml).not.toContain('srgbClr')
  await context.close()
})
