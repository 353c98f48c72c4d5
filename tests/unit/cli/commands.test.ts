import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { main } from '../../../src/cli/main.ts'
import { fillFolder } from '../../../src/cli/pack.ts'
import { readPdf } from '../../../src/cli/pdf/read-pdf.ts'
import { verifyPaper, verifySlides } from '../../../src/cli/pdf/verify.ts'
import { exitCodes } from '../../../src/model/error.ts'
import { holdPlace } from '../../../src/relay/lock.ts'

let said = ''
beforeEach(() => {
  said = ''
  const listen = (...words: unknown[]) => {
    said += `${words.join(' ')}\n`
  }
  vi.spyOn(console, 'log').mockImplementation(listen)
  vi.spyOn(console, 'error').mockImplementation(listen)
})
afterEach(() => {
  vi.restoreAllMocks()
})

describe('a command', () => {
  test.for(['start', 'build', 'pdf', 'office', 'pack', 'dev'])(
    '%s explains itself in Vietnamese',
    async (name) => {
      expect(await main([name, '--help'])).toBe(exitCodes.ok)
      expect(said).toMatch(/^Cách dùng: npm /)
      expect(said).toContain('--help')
    },
  )

  test.for(['start', 'build', 'pdf', 'office', 'pack', 'dev'])(
    '%s names an option it does not know',
    async (name) => {
      expect(await main([name, '--prot', '80'])).toBe(exitCodes.usage)
      expect(said).toContain('Không hiểu dòng lệnh: --prot 80. Không có tùy chọn --prot.')
      expect(said).toContain('--help')
    },
  )

  test.for([
    [['start', '--port'], 'Sau --port thiếu CỔNG.'],
    [['start', '--port', '--live'], 'Sau --port thiếu CỔNG.'],
    [['start', '--host', ''], 'Sau --host thiếu ĐỊA_CHỈ.'],
    [['start', '--live', '--state='], 'Sau --state thiếu TỆP.'],
    [['start', '--live=1'], '--live không nhận giá trị.'],
    [['start', '9000'], 'Thừa “9000”.'],
    [['start', '-p', '9000'], 'Không có tùy chọn -p.'],
    [['pdf', '--out', '-x'], 'Sau --out thiếu TỆP.'],
    [['pdf', '--out', '-'], 'Sau --out thiếu TỆP.'],
    [['pack', 'constructor', '--constructor'], 'Thừa “constructor”.'],
  ] as const)('%j is answered with what is wrong, in Vietnamese only', async ([args, wrong]) => {
    expect(await main(args)).toBe(exitCodes.usage)
    expect(said).toContain(`Không hiểu dòng lệnh: ${args.slice(1).join(' ')}. ${wrong}`)
    expect(said.trim().split('\n')).toHaveLength(2)
  })

  test('that does not exist is answered with the list of commands', async () => {
    expect(await main(['toString'])).toBe(exitCodes.usage)
    expect(said).toContain('Các lệnh: start, build, pdf, office, pack, dev.')
  })

  test.for(['0x', '1e4', ' ', '70000', '-1', '1.5'])('start refuses the port %s', async (port) => {
    expect(await main(['start', `--port=${port}`])).toBe(exitCodes.usage)
    expect(said).toContain(`Cổng “${port}” không hợp lệ.`)
  })

  test.for([
    [['--state', 'x'], '--state chỉ dùng cùng --live.'],
    [['--nats', 'nats://127.0.0.1:4222'], '--nats chỉ dùng cùng --live.'],
    [
      ['--live', '--nats', 'nats://me:secret@host:4222'],
      'Địa chỉ NATS “nats://me:secret@host:4222” không hợp lệ.',
    ],
    [['--live', '--nats', 'localhost'], 'Địa chỉ NATS “localhost” không hợp lệ.'],
    [['--revoke'], '--revoke chỉ dùng cùng --live.'],
    [['--trust-proxy'], '--trust-proxy chỉ dùng cùng --live.'],
    [['--live', '--cert', 'x'], 'Có --cert mà thiếu --key.'],
    [['--live', '--key', 'x'], 'Có --key mà thiếu --cert.'],
    [['--live', '--cert', '/no/x.pem', '--key', '/no/y.pem'], 'Không đọc được “/no/x.pem”.'],
    [['--live', '--cert', 'package.json', '--key', 'package.json'], 'không dùng được với nhau'],
  ] as const)('start %j reports what is wrong before it does anything', async ([args, message]) => {
    expect(await main(['start', ...args])).toBe(exitCodes.usage)
    expect(said).toContain(message)
  })

  test('start reports a place where the state cannot be saved before it does anything', async () => {
    const args = ['start', '--live', '--state', '/nowhere/at/live.json']
    expect(await main(args)).toBe(exitCodes.environment)
    expect(said).toContain('Không ghi được vào “/nowhere/at”.')
    expect(said).toContain('--state')
    expect(said).toContain('Chi tiết: không có tệp hay thư mục ấy.')
  })

  test.skipIf(process.platform === 'win32')(
    'a pipe or a device that is named as a file is refused at once, and not replaced',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'pipe-'))
      const pipe = join(folder, 'pipe')
      spawnSync('mkfifo', [pipe])
      const named = [
        ['pdf', '--version-file', pipe, '--out', join(folder, 'a.pdf')],
        ['start', '--live', '--cert', pipe, '--key', pipe],
        ['start', '--live', '--state', pipe],
        ['start', '--live', '--state', devNull],
      ]
      for (const args of named) {
        said = ''
        expect(await main(args)).not.toBe(exitCodes.fault)
        expect(said).toContain('đó không phải là tệp.')
      }
      expect((await stat(pipe)).isFIFO()).toBe(true)
      expect((await stat(devNull)).isFile()).toBe(false)
      await rm(folder, { recursive: true })
    },
  )

  test('start reports another relay with the same state file before it does anything', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'held-'))
    const state = join(folder, 'live.json')
    const release = holdPlace(state)
    expect(await main(['start', '--live', '--state', state])).toBe(exitCodes.environment)
    expect(said).toContain(`Máy chủ khác đang dùng “${state}”`)
    release()
    await rm(folder, { recursive: true })
  })

  test.for([
    ['tests/thang-0/deck.ts', /“.*thang-0.deck\.ts”/],
    ['slides', /“.*slides”/],
  ] as const)(
    'for a deck %s that is none says where it looked, and what to do',
    ([deck, words]) => {
      const run = join(import.meta.dirname, '../../../src/cli/run.js')
      const env = { ...process.env, DECK: deck }
      const { status, stderr } = spawnSync(process.execPath, [run, 'start'], {
        env,
        encoding: 'utf8',
      })
      expect(status).toBe(exitCodes.usage)
      expect(stderr).toMatch(words)
      expect(stderr).toMatch(/Không có bộ trang chiếu .*\nĐặt DECK/)
    },
  )

  test.for([
    ['start', 'fe80::1'],
    ['dev', '203.0.113.1'],
  ])('%s says in one sentence that it cannot listen on %s', async ([command = '', host = '']) => {
    expect(await main([command, '--port', '0', '--host', host])).not.toBe(exitCodes.fault)
    expect(said).toContain(host)
    expect(said.trim().split('\n')).toHaveLength(2)
  })

  test('start names a port in use and what to do, before it builds anything', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    expect(await main(['start', '--port', String(port)])).toBe(exitCodes.environment)
    expect(said).toContain(`Cổng ${port} đang có chương trình khác dùng.`)
    expect(said).toContain(`npm start -- --port ${port + 1}`)
    expect(said).not.toContain('Đang dựng')
    expect(said.trim().split('\n')).toHaveLength(2)
    other.close()
  })

  test('office reports a folder that cannot be made before it builds anything', async () => {
    expect(await main(['office', '--out', 'package.json/here'])).toBe(exitCodes.environment)
    expect(said).toContain('Không tạo được thư mục')
    expect(said).toContain('npm run office -- --out /thư/mục')
  })

  test('pdf reports a folder that cannot be written to before it builds anything', async () => {
    expect(await main(['pdf', '--out', '/nowhere/at/all.pdf'])).toBe(exitCodes.environment)
    expect(said).toContain('Không ghi được vào “/nowhere/at”.')
    expect(said).not.toContain('Đang dựng')
  })
})

describe('verifying a PDF of slides', () => {
  test('rejects one that is not the deck', async () => {
    const { PDFDocument } = await import('@cantoo/pdf-lib')
    const blank = await PDFDocument.create()
    blank.addPage()
    const read = await readPdf(await blank.save())
    expect(() => verifySlides(read, ['Một'])).toThrow(
      expect.objectContaining({
        exitCode: exitCodes.rejected,
        message: expect.stringContaining('trang 1 không có chữ “Một”'),
      }),
    )
  })
})

describe('verifying a PDF of an A4 document', () => {
  const paper = async (pages: number) => {
    const { PDFDocument } = await import('@cantoo/pdf-lib')
    const document = await PDFDocument.create()
    for (let page = 0; page < pages; page++) document.addPage().drawText(`${page + 1}`)
    return readPdf(await document.save())
  }

  test('rejects one with too many pages, or without its page numbers, texts or bookmarks', async () => {
    const wrong = (pages: number, texts: readonly string[], bookmarks: readonly string[]) =>
      paper(pages).then((read) => verifyPaper(read, { texts, bookmarks, most: 2 }))
    await expect(wrong(3, [], [])).rejects.toThrow('3 trang, quá 2')
    await expect(wrong(2, ['Hai'], [])).rejects.toThrow('không có chữ “Hai”')
    await expect(wrong(2, [], ['Ba'])).rejects.toThrow('0 dấu trang thay vì 1')
    expect(await wrong(2, [], [])).toBe(2)
  })
})

describe('packing', () => {
  const prints = (text: string) => {
    const print = { bytes: Buffer.from(text) }
    return { slides: print, notes: print, audience: print, outline: print }
  }

  const word = Buffer.from('PK')
  const office = { slides: word, speaker: word, outline: word }

  test('puts PDFs and Office files beside the pages, and all of them into one archive', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pack-'))
    await writeFile(join(folder, 'khan-gia.html'), '<h1>Đột phá</h1>')
    await writeFile(join(folder, 'cua-toi.txt'), 'của tôi')
    const packed = [
      'de-cuong.docx',
      'de-cuong.pdf',
      'khan-gia.html',
      'tai-lieu-nguoi-nghe.pdf',
      'trang-chieu-bao-cao-vien.pptx',
      'trang-chieu-kem-ghi-chu.pdf',
      'trang-chieu.pdf',
      'trang-chieu.pptx',
    ]
    const names = [...packed, 'bo-trang-chieu.zip']
    expect(await fillFolder(folder, prints('%PDF'), office)).toEqual(names)
    // A second run replaces the files of the first, and does not put the archive into the archive.
    await fillFolder(folder, prints('%PDF-2'), office)
    expect((await readdir(folder)).sort()).toEqual([...names, 'cua-toi.txt'].sort())
    const files = unzipSync(await readFile(join(folder, 'bo-trang-chieu.zip')))
    expect(Object.keys(files)).toEqual(packed)
    expect(strFromU8(files['khan-gia.html'] as Uint8Array)).toBe('<h1>Đột phá</h1>')
    expect(strFromU8(files['trang-chieu.pdf'] as Uint8Array)).toBe('%PDF-2')
    await rm(folder, { recursive: true })
  })
})
