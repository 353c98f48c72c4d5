import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { deck } from '#deck'
import { runningOrderOf } from '../../src/model/deck/deck.ts'
import { noteText } from '../../src/model/deck/notes.ts'
import { commands } from '../../src/model/talk/command.ts'
import { applyVersion } from '../../src/model/version/apply-version.ts'
import { changeRows } from '../../src/model/version/changes-in-words.ts'
import { original, type Version } from '../../src/model/version/version.ts'
import { Cards } from '../../src/render/documents/review.tsx'
import { Changes, UndoButtons } from '../../src/render/parts/version-changes.tsx'
import { render } from '../../src/render/render.tsx'
import { slides } from './slides.ts'

/** Text as a listener compares it: one kind of space, no runs. */
export const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim()

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** The text of some HTML: blocks parted by a space, inline elements not. */
export const textOf = (html: string): string =>
  folded(
    html
      .replace(/<script\b.*?<\/script>/gs, '')
      .replace(/<\/?(?:b|a|code|span|strong)\b[^>]*>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&(\w+);/g, (whole, name) => entities[name] ?? whole),
  )

/** The built body of the deck's page. */
export const body = render('index', deck).body

const sections = body.split(/(?=<section )/).slice(1)

/** The HTML of one slide, by its id. */
export function htmlOf(id: string): string {
  const html = sections.find((section) => section.startsWith(`<section id="${id}"`))
  if (!html) throw new Error(`No slide has the id ${id}.`)
  return html.slice(0, html.indexOf('</section>'))
}

/** What one slide says, its foot included. */
export const textOfSlide = (id: string): string => textOf(htmlOf(id))

/** What a slide says above its foot. */
export const bodyTextOf = (id: string): string => textOf(htmlOf(id).split('<footer')[0] ?? '')

/** The text alternatives of a piece of HTML. */
export const labelsOf = (html: string): readonly string[] =>
  [...html.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label ?? '')

/** The Vietnamese sentences in the program of a folder and those below it, without what is filled in. */
function said(folder: string, ending = '.ts'): string {
  const root = join(import.meta.dirname, '../..', folder)
  const sentences = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(root, name), 'utf8').replace(/^\s*(\/\/|\/?\*).*$/gm, ''))
    .flatMap((code) => [...code.matchAll(/'([^'\n]*)'|`([^`]*)`/g)])
    .map(([, plain, filled]) => (plain ?? filled ?? '').replace(/\$\{[^}]*\}/g, 'x'))
    .filter((text) => /[à-ỹđ]/i.test(text))
  // A folder that was moved would be checked no more, and stay green.
  if (sentences.length === 0) throw new Error(`No sentence stands in ${folder}.`)
  return sentences.join(' | ')
}

/** A version with a slide of the speaker's own, and one that is hidden, as it is being made. */
const version: Version = {
  ...original,
  hidden: slides.slice(1, 2).map(({ id }) => id),
  own: [{ id: 'rieng-1', title: 'Liên hệ địa phương', points: [], minutes: 1 }],
}
const all = applyVersion(deck, version, 'all')
const rows = changeRows(runningOrderOf(deck), original, version).map(({ words }) => words)
const [undo = '', redo = ''] = rows
const editor = [
  renderToString(
    h(Cards, { deck: applyVersion(deck, version), editing: { all, canMove: () => true } }),
  ),
  ...[rows, []].map((of) => renderToString(h(Changes, { of }))),
  renderToString(h(UndoButtons, { ways: { undo, redo } })),
].join(' ')

/** Everything anybody reads or hears: pages, labels, notes. */
export const everything: readonly { readonly where: string; readonly text: string }[] = [
  ...slides.map(({ id }) => ({ where: `trang ${id}`, text: textOfSlide(id) })),
  { where: 'nhãn', text: labelsOf(body).join(' | ') },
  { where: 'toàn trang', text: textOf(body) },
  { where: 'mô tả', text: `${deck.title} | ${deck.description}` },
  ...(['speaker', 'review', 'outline', 'check', 'huong-dan', 'bao-cao-vien'] as const).map(
    (name) => {
      const page = render(name, deck)
      return { where: name, text: `${page.title} | ${textOf(page.body)} | ${labelsOf(page.body)}` }
    },
  ),
  { where: 'soạn bản riêng', text: `${textOf(editor)} | ${labelsOf(editor)}` },
  {
    where: 'nút và phím',
    text: Object.values<{ label: string; help?: string }>(commands)
      .map(({ label, help }) => `${label} | ${help ?? ''}`)
      .join(' | '),
  },
  { where: 'lời của màn hình', text: said('src/client') },
  { where: 'lời của máy chủ', text: said('src/relay') },
  ...[
    ...['version-file.ts', 'version-content.ts', 'own-text.ts', 'fit.ts'],
    ...['changes-in-words.ts', 'history.ts'],
  ].map((name) => ({
    where: `lời về bản riêng, ${name}`,
    text: said('src/model/version', name),
  })),
  ...slides.map(({ id, notes }) => ({
    where: `ghi chú ${id}`,
    text: notes.map(noteText).join(' '),
  })),
]
