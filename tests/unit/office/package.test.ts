import { crc32 } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { Package } from '../../../src/office/package/package.ts'
import { attribute, xml } from '../../../src/office/package/xml.ts'
import { zipOf } from '../../../src/office/package/zip.ts'
import { faultsIn, linksOf, partsOf } from '../../support/office.ts'

const properties = { title: 'Hội nghị', description: 'Thử', remark: '“Lời” & <nguồn>' }

const small = () => {
  const file = new Package()
  file.link('', 'officeDocument', 'a/main.xml')
  file.put(
    'a/main.xml',
    'main',
    xml`<main r:id="${file.link('a/main.xml', 'theme', 'a/b/theme.xml')}"/>`,
  )
  file.put('a/b/theme.xml', 'theme', xml`<theme/>`)
  return file
}

test('an archive holds each text deflated, and unzips to the same', async () => {
  const texts = { 'a.xml': 'Đề cương '.repeat(1000), 'b/ủy.xml': '' }
  const archive = await zipOf(new Map(Object.entries(texts)))
  expect(archive.length).toBeLessThan(500)
  const read = Object.entries(unzipSync(archive)).map(([path, bytes]) => [path, strFromU8(bytes)])
  expect(Object.fromEntries(read)).toEqual(texts)
})

test('each entry of an archive has its checksum', async () => {
  const archive = await zipOf(new Map([['a.xml', 'Đề cương']]))
  const view = new DataView(archive.buffer)
  expect(view.getUint32(14, true)).toBe(crc32('Đề cương'))
})

test('a template escapes texts, drops what XML forbids and its own line breaks', () => {
  const text = xml`<a
    x="1"${attribute('y', '"&')}${attribute('z', undefined)}>
    ${['<b>\u0000\u001f & "Ủy"', false, undefined, 2]}
    ${xml`<c/>`}
  </a>`
  expect(text.xml).toBe('<a x="1" y="&quot;&amp;">&lt;b&gt; &amp; &quot;Ủy&quot;2<c/></a>')
})

test('a package declares and links every part, and names the way from one to another', async () => {
  const file = await small().write(properties)
  expect(faultsIn(file)).toEqual([])
  const parts = partsOf(file)
  expect(linksOf(parts, 'a/main.xml')).toEqual([
    { id: 'rId1', kind: 'theme', path: 'a/b/theme.xml' },
  ])
  expect(parts.get('docProps/core.xml')).toContain(
    '<dc:description>“Lời” &amp; &lt;nguồn&gt;</dc:description><dc:language>vi-VN</dc:language>',
  )
})

test('equal packages have equal bytes', async () => {
  expect(await small().write(properties)).toEqual(await small().write(properties))
})

test('the same relationship is added once', () => {
  const file = new Package()
  expect(file.link('a', 'slide', 'b')).toBe('rId1')
  expect(file.link('a', 'slide', 'c')).toBe('rId2')
  expect(file.link('a', 'slide', 'b')).toBe('rId1')
})

test.for([
  ['a part that is linked only', (file: Package) => file.link('a/main.xml', 'slide', 'a/none.xml')],
  ['a part that nothing links', (file: Package) => file.put('a/lost.xml', 'slide', xml`<a/>`)],
  ['a shape without text', (file: Package) => file.put('a/main.xml', 'main', xml`<p:sp></p:sp>`)],
  [
    'two shapes of one id',
    (file: Package) =>
      file.put('a/main.xml', 'main', xml`<p:cNvPr id="2" name=""/><p:cNvPr id="2" name=""/>`),
  ],
  [
    'an id in lower case',
    (file: Package) => file.put('a/main.xml', 'main', xml`<a id="{12ab-34}"/>`),
  ],
  [
    'a negative extent',
    (file: Package) => file.put('a/main.xml', 'main', xml`<a:ext cx="-1" cy="2"/>`),
  ],
  [
    'a ground without effects',
    (file: Package) => file.put('a/main.xml', 'main', xml`<p:bgPr><a/></p:bgPr>`),
  ],
  [
    'a comma in the name of a style',
    (file: Package) => file.put('a/main.xml', 'main', xml`<w:name w:val="Ý a, b"/>`),
  ],
] as const)('the reader finds %s', async ([, spoil]) => {
  const file = small()
  spoil(file)
  expect(faultsIn(await file.write(properties))).toHaveLength(1)
})
