import { afterEach, expect, test, vi } from 'vitest'

const open = async (address: string) => {
  vi.resetModules()
  vi.stubGlobal('document', { documentElement: { dataset: {} } })
  vi.stubGlobal('location', new URL(address))
  return import('../../../../src/client/browser/scope.ts')
}
afterEach(() => vi.unstubAllGlobals())

test.for([
  ['http://a/', false],
  ['http://a/?theo', true],
  ['http://a/?theo&utm_source=zalo&zarsrc=30#/x', true],
  ['http://a/?fbclid=theo&theo=', true],
  ['http://a/?utm_source=theo', false],
  ['file:///a/index.html?theo', false],
] as const)('a window at %s follows: %s', async ([address, follows]) => {
  expect((await open(address)).follows).toBe(follows)
})

test('a page of a packed file is chosen by its parameter, whatever else the query has', async () => {
  const { asks } = await open('https://a/khan-gia.html?de-cuong&fbclid=kiem-tra')
  expect(['de-cuong', 'kiem-tra', ''].filter(asks)).toEqual(['de-cuong'])
})

test.for([
  ['file:///C:/Users/An/AppData/Local/Temp/Temp1_bo-trang-chieu.zip/bao-cao-vien.html', true],
  ['file:///C:/Users/An/AppData/Local/Temp/Rar$EXa8260.12/bao-cao-vien.html', true],
  ['file:///C:/Users/An/AppData/Local/Microsoft/Windows/INetCache/Content.Outlook/X/a.html', true],
  ['file:///C:/Users/An/Downloads/Temp/bao-cao-vien.html', false],
  ['file:///E:/bao-cao-vien%20(1).html', false],
  ['https://a/AppData/Local/Temp/', false],
] as const)('a file at %s is found again at another place: %s', async ([address, isPassing]) => {
  expect((await open(address)).isPassing).toBe(isPassing)
})
