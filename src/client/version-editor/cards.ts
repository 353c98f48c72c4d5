import { wordsIn } from '../../model/deck/text.ts'
import { minutesInWords } from '../../model/talk/duration.ts'
import { type Arrangement, noteOf, type Version } from '../../model/version/version.ts'
import { element } from '../ui/dom.ts'
import { unitOf } from '../version/apply.ts'

/** Says on every card where it stands now, and how long it takes; the totals stand at the top. */
export function setCards({ all, shown, hidden, minutes: total }: Arrangement, version: Version) {
  let words = 0
  for (const { id, name, part, minutes: planned } of all) {
    const slide = document.getElementById(id)
    if (!slide) continue
    const card = unitOf(slide)
    const number = shown.findIndex((slide) => slide.id === id) + 1
    const where = number ? [`Trang ${number}/${shown.length}`, part] : ['Đang ẩn', name]
    const link = element('.where a', card)
    link.textContent = where.filter(Boolean).join(' · ')
    link.setAttribute('href', `#${id}`)
    card.setAttribute('aria-label', number ? `Trang ${number}: ${name}` : `Đang ẩn: ${name}`)
    element('.planned', card).textContent = minutesInWords(planned)
    const count = element('[data-words]', card)
    count.dataset.own = String(wordsIn(noteOf(version, id)))
    if (!hidden.has(id)) words += Number(count.dataset.words) + Number(count.dataset.own)
  }
  element('.page-header .count').textContent = String(shown.length)
  element('.page-header .planned').textContent = minutesInWords(total)
  element('.page-header [data-words]').dataset.words = String(words)
}
