import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { slidesOf } from '../../../src/model/deck/deck.ts'
import { applyVersion } from '../../../src/model/version/apply-version.ts'
import { original } from '../../../src/model/version/version.ts'
import { isDocument, render } from '../../../src/render/render.tsx'
import { Text } from '../../../src/render/slide/text.tsx'
import { body, bodyTextOf, htmlOf, labelsOf, textOf } from '../../support/text.ts'

describe('the page', () => {
  test('escapes the text of a slide', () => {
    expect(renderToString(<Text lines={['<script>alert(1)</script> & co']} />)).toBe(
      '&lt;script>alert(1)&lt;/script> &amp; co',
    )
  })

  test('has no inline style, script or handler, because the policy allows none', () => {
    expect(body).not.toMatch(/ style=|<script|<style| on\w+=/)
  })

  test('gives every figure a label of its own', () => {
    expect(body.match(/<svg(?![^>]*(aria-label|aria-hidden))/g)).toBeNull()
    expect(labelsOf(htmlOf('tu-sach'))).toContain(
      'Một chấm lớn: phòng đọc chính bên hồ. Mảng chấm nhỏ: gần 300 tủ sách.',
    )
    expect(labelsOf(htmlOf('con-so'))).toEqual([
      'Phần 3 trên 5: Con số, trang 1 trên 2',
      '1 thùng sách bài nêu tên, 2 thùng sách bài không nêu tên',
      '12 truyện tranh, bài nêu rõ',
    ])
    expect(labelsOf(htmlOf('viec-2'))).toEqual(['Phần 5 trên 5: 3 việc, trang 3 trên 4'])
  })

  test('draws fewer than three hundred dots and never says how many', () => {
    const field = /class="sites" d="([^"]*)"/.exec(htmlOf('tu-sach'))?.[1] ?? ''
    const dots = field.match(/h0/g)?.length ?? 0
    expect(dots).toBeGreaterThan(280)
    expect(dots).toBeLessThan(300)
    expect(bodyTextOf('tu-sach')).not.toContain(String(dots))
  })

  test('has the same markup of a slide on every page', () => {
    const slidesOn = (name: 'index' | 'review' | 'speaker') =>
      render(name, deck).body.match(/<section id="[^"]+" data-layout.*?<\/section>/gs)
    expect(slidesOn('review')).toEqual(slidesOn('index'))
    expect(slidesOn('speaker')).toEqual(slidesOn('index'))
    expect(slidesOn('index')).toHaveLength(slidesOf(deck).length)
  })

  test('is only found by the name of a document', () => {
    expect(isDocument('index')).toBe(true)
    expect(isDocument('constructor')).toBe(false)
  })
})

test('the outline says on top what it is and where it comes from', () => {
  const outline = render('outline', deck).body
  const top = textOf(outline.slice(0, outline.indexOf('data-of=')))
  for (const words of [
    'Tính chất: bộ trang chiếu tưởng tượng để chạy thử, không có ngày hội nào như thế',
    'Nguồn: Bản tin Mây, tác giả Lê Mai (đoạn 1)',
    'Sự kiện: ngày hội sách sáng 12/10/2031 (đoạn 2)',
  ]) {
    expect(top).toContain(words)
  }
})

test('the first slide of a series that is shown says whose numbering it is', () => {
  const feet = (hidden: readonly string[]) => {
    const shown = render('index', applyVersion(deck, { ...original, hidden })).body
    return [...shown.matchAll(/<section id="(viec-\d)".*?<footer(.*?)<\/footer>/gs)]
      .filter(([, , foot]) => foot?.includes('Số thứ tự do người biên tập đánh'))
      .map(([, id]) => id)
  }
  expect(feet([])).toEqual(['viec-1'])
  expect(feet(['viec-1'])).toEqual(['viec-2'])
})

test('a file that came by chat can be chosen, whatever type a phone takes it for', () => {
  const [chooser] = /<input type="file"[^>]*>/.exec(render('review', deck).body) ?? []
  expect(chooser).toBeDefined()
  expect(chooser).not.toContain('accept')
})
