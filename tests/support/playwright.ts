import { createRequire } from 'node:module'

/**
 * Playwright, required: an import would read its 3.6 MB once more, to find what CommonJS exports,
 * 0.16 s in each process of tests.
 */
export const { chromium }: typeof import('playwright-core') = createRequire(import.meta.url)(
  'playwright-core',
)
