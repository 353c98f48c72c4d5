import type { Browser } from 'playwright-core'
import type { BrowserProgram } from '../../src/cli/browser/find-browser.ts'
import { chromium } from './playwright.ts'

/** Starts a browser that presses keys as a person does; the caller closes it. */
export const launch = ({ path, env }: BrowserProgram): Promise<Browser> =>
  chromium.launch({
    executablePath: path,
    args: ['--disable-gpu'],
    // Playwright's type allows no unset variables, so they are left out.
    env: Object.fromEntries(
      Object.entries({ ...process.env, ...env }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    ),
    timeout: 60_000,
  })
