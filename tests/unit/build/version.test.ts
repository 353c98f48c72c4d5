import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deck } from '#deck'
import { remarksFor, shownDeck } from '../../../src/build/version.ts'
import { slidesOf } from '../../../src/model/deck/deck.ts'
import { exitCodes } from '../../../src/model/error.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'version-'))
})
afterAll(() => rm(folder, { recursive: true }))

const head = { kind: 'bao-cao-vien/ban-rieng', form: 1, deck: deck.id }
const shown = async (text: string | Buffer, partly = false) => {
  const path = join(folder, 'ban.json')
  await writeFile(path, text)
  return shownDeck(deck, { path, partly })
}

test('without a version the deck is shown as it is', () => {
  expect(shownDeck(deck, undefined)).toBe(deck)
})

test('a version is applied from its file or from a saved page', async () => {
  const text = JSON.stringify({ ...head, hidden: ['tu-sach'] })
  for (const file of [text, `<html><script class="own-version">${text}</script></html>`]) {
    expect(slidesOf(await shown(file)).map(({ id }) => id)).not.toContain('tu-sach')
  }
})

test('a version is read from a file that an editor of Windows has saved as Unicode', async () => {
  const text = `\ufeff${JSON.stringify({ ...head, hidden: ['tu-sach'] })}`
  const little = Buffer.from(text, 'utf16le')
  for (const file of [text, little, Buffer.from(little).swap16()]) {
    expect(slidesOf(await shown(file)).map(({ id }) => id)).not.toContain('tu-sach')
  }
})

test('an error names a version file that is missing or invalid, and what to do', async () => {
  expect(() => shownDeck(deck, { path: '/không/có.json', partly: false })).toThrow('/không/có.json')
  await expect(shown('{')).rejects.toMatchObject({
    exitCode: exitCodes.usage,
    hint: expect.stringContaining('Lưu thay đổi ra tệp'),
  })
})

test('what cannot be used is reported, and left out if the user agrees', async () => {
  const text = JSON.stringify({ ...head, hidden: ['gone', 'tu-sach'] })
  await expect(shown(text)).rejects.toMatchObject({
    message: expect.stringContaining('gone'),
    hint: expect.stringContaining('--partly'),
  })
  expect(slidesOf(await shown(text, true)).map(({ id }) => id)).not.toContain('tu-sach')
})

test('text that does not fit, and letters that no font has, are reported with their slide', async () => {
  const text = JSON.stringify({
    ...head,
    own: [
      { id: 'rieng-1', title: 'Chào 😀', points: Array(6).fill('Ý'), minutes: 1 },
      { id: 'rieng-2', title: 'Đang ẩn 😀' },
    ],
    hidden: ['rieng-2'],
    order: ['ngay-sach', 'rieng-1'],
    cover: { place: 'Hội trường lớn của Trung tâm bồi dưỡng chính trị huyện A' },
    notes: { 'tu-sach': 'Nói chậm 漢' },
  })
  await shown(text)
  expect(remarksFor(deck, { path: join(folder, 'ban.json'), partly: false })).toEqual([
    'Trang 1: Nơi trình bày dài quá chỗ, phần không hiện: “chính trị huyện A”.',
    'Trang 2: Phông chữ không có “😀”: có thể hiện và in thành ô vuông. Thay bằng ký tự khác.',
    'Trang 2: Ý 6 không còn chỗ, không hiện: “Ý”.',
    'Ghi chú ở trang 3: Phông chữ không có “漢”: có thể hiện và in thành ô vuông. Thay bằng ký tự khác.',
  ])
  expect(remarksFor(deck, undefined)).toEqual([])
})
