import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { newContext, openIn, presents, speaks } from '../support/browser.ts'
import { addressesOf, layPackedFiles, walked } from '../support/deployments.ts'

layPackedFiles()

declare global {
  /** What a window has done to screens: filled them, opened a window on them, moved to them. */
  var screenDeeds: string[]
  /** The screen that a window is on. */
  var screenAt: number
}

/** A laptop with a projector, in a browser that tells them apart; runs in each page first. */
function plugInProjector(): void {
  const screens = [0, 1440].map((availLeft, at) => ({
    availLeft,
    availTop: 0,
    availWidth: 1440,
    availHeight: 870,
    isPrimary: at === 0,
    isInternal: at === 0,
  }))
  globalThis.screenDeeds = []
  globalThis.screenAt = 0
  Object.defineProperty(Screen.prototype, 'isExtended', { get: () => true })
  window.getScreenDetails = async () => {
    const currentScreen = screens[globalThis.screenAt]
    if (!currentScreen) throw new Error('No such screen.')
    return { screens, currentScreen }
  }
  Element.prototype.requestFullscreen = async (options) => {
    const at = screens.findIndex((one) => Object.is(one, options?.screen))
    globalThis.screenDeeds.push(`fills ${at}`)
    globalThis.screenAt = at
  }
  // Playwright grants no permission of this name to the headless shell.
  navigator.permissions.query = async () => ({ state: 'granted' }) as PermissionStatus
  const { open } = window
  window.open = (address, name, features = '') => {
    globalThis.screenDeeds.push(features)
    return open(address, name, features)
  }
  window.moveTo = (left = 0) => {
    globalThis.screenDeeds.push(`moves to ${left}`)
    globalThis.screenAt = left === 0 ? 0 : 1
  }
  window.resizeTo = () => undefined
}

const deeds = (page: Page) => page.evaluate(() => globalThis.screenDeeds.splice(0))

describe.for(walked)('two screens and %s', (deployment) => {
  test('deck and speaker’s screen open each on its own, and swap them', async () => {
    const context = await newContext()
    onTestFinished(() => context.close())
    await context.addInitScript(plugInProjector)
    const { page: deck, complaints } = await openIn(context, addressesOf(deployment).deck)
    await presents(deck)
    const [speaker] = await Promise.all([context.waitForEvent('page'), deck.keyboard.press('s')])
    await speaks(speaker)
    expect(await deeds(deck)).toEqual(['fills 1', 'popup,left=0,top=0,width=1440,height=870'])
    const swap = async () => {
      await speaker.getByRole('button', { name: 'Công cụ' }).click()
      await speaker.getByRole('button', { name: 'Đổi màn hình' }).click()
    }
    await swap()
    if (deployment === 'the built site') {
      await expect.poll(() => deeds(speaker)).toEqual(['moves to 1440'])
      expect(await deeds(deck)).toEqual(['fills 0'])
      await swap()
      await expect.poll(() => deeds(speaker)).toEqual(['moves to 0'])
      expect(await deeds(deck)).toEqual(['fills 1'])
      // Both on the laptop: the deck goes, the speaker's screen stays.
      await deck.evaluate(() => {
        globalThis.screenAt = 0
      })
      await swap()
      await expect.poll(() => deeds(speaker)).toEqual(['moves to 0'])
      expect(await deeds(deck)).toEqual(['fills 1'])
      // The server's headers allow all of this.
      const allows = await deck.evaluate(
        () =>
          (
            document as unknown as { featurePolicy?: { allowsFeature(name: string): boolean } }
          ).featurePolicy?.allowsFeature('window-management') ?? true,
      )
      expect(allows).toBe(true)
    } else {
      // On a disk no page reaches another: only this one moves, and says so.
      await expect.poll(() => deeds(speaker)).toEqual(['moves to 1440'])
      expect(await speaker.locator('.notice').textContent()).toContain('Trên màn chiếu, kéo cửa sổ')
    }
    // The deck is opened from here where it belongs, too.
    await deck.close()
    await speaker.getByRole('button', { name: 'Kết nối lại' }).click()
    await expect.poll(() => deeds(speaker)).toEqual(['popup,left=1440,top=0,width=1440,height=870'])
    expect(complaints).toEqual([])
  })
})
