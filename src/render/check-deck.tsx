import { renderToString } from 'preact-render-to-string'
import {
  type Deck,
  nameOf,
  placesOf,
  secondsOf,
  silencesOf,
  slidesOf,
  stepsOf,
} from '../model/deck/deck.ts'
import { DeckError, exitCodes } from '../model/error.ts'
import { asRecord, isRecord } from '../model/record.ts'
import { SourcesAndGaps } from './parts/notes-and-sources.tsx'
import { SlidePage } from './slide/slide.tsx'

const wrong = (message: string, hint: string, cause?: unknown): DeckError =>
  new DeckError(message, hint, { exitCode: exitCodes.usage, cause })

const check = 'Chạy npm run check để biết dòng nào sai.'

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/** What an id may be: a part of addresses, and of names of files. */
const idForm = /^[a-z][a-z0-9-]*$/
const idHint = 'Đặt id bằng chữ thường không dấu, chữ số và dấu gạch nối, như chuong-trinh.'

/**
 * Throws a `DeckError` for a deck without its lists, and for ids by which slides or decks would be
 * taken for others. The compiler says more, but nobody has to run it before a deck is shown.
 */
export function checkDeck(deck: Deck): void {
  // Whatever the module exports.
  const fields = asRecord(deck)
  const lists = ['compounds', 'parts', 'closing', 'imprint']
  const missing = [
    ...lists.filter((name) => !Array.isArray(fields[name])),
    ...(isEmpty(fields.closing) ? ['closing'] : []),
    ...(isRecord(fields.cover) ? [] : ['cover']),
  ]
  if (missing.length > 0) {
    throw wrong(`Bộ trang chiếu thiếu ${missing.join(', ')}, hoặc ghi sai chỗ ấy.`, check)
  }
  if (!idForm.test(String(fields.id))) {
    throw wrong(`Bộ trang chiếu có id “${fields.id ?? ''}”, không dùng được.`, idHint)
  }
  const without = deck.parts.find((part) => isEmpty(asRecord(part).slides ?? []))
  if (without) {
    throw wrong(
      `Phần “${without.name}” chưa có trang nào.`,
      'Thêm trang vào phần ấy, hoặc bỏ phần ấy.',
    )
  }
  const ids = new Set<string>()
  for (const [at, slide] of slidesOf(deck).entries()) {
    const id = asRecord(slide).id ?? ''
    if (typeof id !== 'string' || !idForm.test(id)) {
      throw wrong(`Trang thứ ${at + 1} có id “${id}”, không dùng được.`, idHint)
    }
    if (ids.has(id)) {
      throw wrong(`Hai trang cùng có id “${id}”.`, 'Đặt id khác cho một trong hai trang ấy.')
    }
    ids.add(id)
  }
}

/** The first slide that cannot be shown, and why. */
function brokenIn(deck: Deck): { readonly id: string; readonly error: unknown } | undefined {
  const places = placesOf(deck)
  // The rail of a slide needs what the others are called.
  const tries: readonly ((place: (typeof places)[number]) => unknown)[] = [
    ({ slide }) => [nameOf(slide), stepsOf(slide), secondsOf(slide), silencesOf(slide)],
    (place) => renderToString(<SlidePage deck={deck} place={place} />),
    ({ slide }) => renderToString(<SourcesAndGaps slide={slide} />),
  ]
  for (const attempt of tries) {
    for (const place of places) {
      try {
        attempt(place)
      } catch (error) {
        return { id: place.slide.id, error }
      }
    }
  }
  return undefined
}

/**
 * Does something with a checked deck. Throws a `DeckError` that names the slide if one of them is not
 * what the compiler would accept, and otherwise what `act` throws.
 */
export function withDeck<Result>(deck: Deck, act: () => Result): Result {
  try {
    return act()
  } catch (cause) {
    const broken = cause instanceof DeckError ? undefined : brokenIn(deck)
    if (!broken) throw cause
    throw wrong(`Trang có id “${broken.id}” ghi chưa đúng, không hiện được.`, check, broken.error)
  }
}
