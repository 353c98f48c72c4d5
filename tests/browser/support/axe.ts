import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds on a page as it stands: rule and elements. Without `rules` it asks all of its own,
 * and without `within`, a selector, of the whole page. Where the same page was found clean before,
 * those rules and that part are enough that can answer otherwise now.
 */
export async function violations(
  page: Page,
  rules?: readonly string[],
  within?: string,
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: [...rules] } }),
  }
  const { violations } = (await page.evaluate(
    ([within, options]) =>
      (
        window as unknown as { axe: { run(on: unknown, options: unknown): Promise<unknown> } }
      ).axe.run(within ?? document, options),
    [within, options] as const,
  )) as AxeResults
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)
}

/** What a narrower window can change on a page that was found clean: sizes, and what scrolls. */
export const narrowRules = ['target-size', 'scrollable-region-focusable'] as const

/** What axe finds in the other scheme: a scheme changes colours and nothing else. */
export async function darkViolations(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const found = await violations(page, ['color-contrast'])
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}
