import { describe, expect, test } from 'vitest'
import { PageNumber } from '../../../../src/client/ui/keyboard.ts'

describe('a page number', () => {
  test('is typed digit by digit and cleared when read', () => {
    const page = new PageNumber()
    expect(page.take('1')).toBe(true)
    expect(page.take('3')).toBe(true)
    expect(page.take('x')).toBe(false)
    expect(page.finish()).toBe(13)
    expect(page.finish()).toBeUndefined()
  })
})
