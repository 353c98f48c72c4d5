import type { Command } from '../model/command.ts'
import { inWords } from '../model/duration.ts'
import { askedBy, indexOf, startOf } from '../model/position.ts'
import { pace } from '../model/speech.ts'
import { announceSlide } from './announce.ts'
import { openContents, openDialog, startDialogs } from './dialogs.ts'
import { element, outlineOf, slidesIn } from './dom.ts'
import { watchFonts } from './fonts.ts'
import { listenToKeys } from './keys.ts'
import type { Actions } from './moves.ts'
import { noticeBoard } from './notice.ts'
import { keepOffline } from './offline.ts'
import { loadPaperFonts } from './paper.ts'
import { preference } from './preference.ts'
import { printMenu } from './print-menu.ts'
import { schemeSwitch } from './scheme.ts'
import { isPacked } from './scope.ts'
import { searchIn } from './search.ts'
import { obeyButtons } from './toolbar.ts'

/** The keys that this page takes; all others scroll, as on any page. */
const isTaken = (key: string, command: Command | undefined): boolean =>
  /^(Arrow(Left|Right)|[np]|\d|Enter)$/i.test(key) ||
  command === 'contents' ||
  command === 'search' ||
  command === 'scheme' ||
  command === 'print' ||
  command === 'help'

/** The time that reading takes, at the speed chosen on this machine. */
function readingTime(): void {
  const kept = preference('toc-do-doc')
  const clamp = (value: number) => Math.min(Math.max(value, pace.least), pace.most)
  let speed = clamp(Number(kept.read()) || pace.usual)
  const show = () => {
    element('.pace').textContent = String(speed)
    for (const place of document.querySelectorAll<HTMLElement>('[data-words]')) {
      place.textContent = inWords((Number(place.dataset.words) / speed) * 60_000, true)
    }
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-pace]')) {
    button.addEventListener('click', () => {
      speed = clamp(speed + Number(button.dataset.pace) * pace.step)
      kept.write(String(speed))
      show()
    })
  }
  show()
}

/** Starts the page on which a speaker reads the deck beforehand. */
export function review(): void {
  const root = document.documentElement
  const say = noticeBoard(element('.notice'))
  watchFonts(say)
  const slides = slidesIn(document)
  const outline = outlineOf(slides)
  const announcer = element('.announcer')

  const sheetOf = (slide: HTMLElement) => slide.closest<HTMLElement>('.sheet') ?? slide
  /** The slide that is being read: the last that has begun above the upper third. */
  const current = () =>
    slides.filter((slide) => sheetOf(slide).getBoundingClientRect().top < innerHeight / 3).at(-1)
      ?.id ?? outline[0].id
  const go = (slide: string) => {
    history.replaceState(null, '', `#${slide}`)
    element(`#${slide}`).scrollIntoView()
    announceSlide(announcer, outline, slide)
  }
  const move = (by: number) => go(startOf(outline, indexOf(outline, current()) + by).slide)
  const actions: Actions = {
    next: () => move(1),
    previous: () => move(-1),
    contents: () => openContents(current()),
    search: searchIn(
      outline,
      slides.map((slide) => ({
        slide,
        words: [...sheetOf(slide).querySelectorAll('.notes, .grounds')],
      })),
    ),
    scheme: schemeSwitch(root, element('.lectern [data-command="scheme"]')),
    print: printMenu(),
    help: () => openDialog('help'),
  }
  const run = (command: Command) => actions[command]?.()
  listenToKeys(run, (number) => go(startOf(outline, number - 1).slide), isTaken)
  element('.lectern nav').hidden = false
  obeyButtons(element('.lectern'), run)
  startDialogs(go)
  readingTime()
  // At hand before the browser's own print command, which does not wait for them.
  void loadPaperFonts()
  const asked = askedBy(location.hash)
  if (asked && !outline.some(({ id }) => id === asked.slide)) {
    say(`Không có trang ‘${asked.slide}’. Đang ở trang đầu.`)
  }
  const offline = element('.offline')
  void keepOffline((state) => offline.replaceChildren(state), { speaker: true })
}

if (!isPacked) review()
