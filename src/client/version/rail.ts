import { railOf } from '../../model/deck/rail.ts'
import type { RunningOrder } from '../../model/deck/running-order.ts'
import { element } from '../ui/dom.ts'

/** Sets a rendered rail to the place that its slide now has. */
export function setRail(section: HTMLElement, runningOrder: RunningOrder, index: number): void {
  const { label, names, bars, now } = railOf(runningOrder, index)
  const rail = element('.rail', section)
  rail.dataset.parts = String(names.length)
  rail.querySelector('svg')?.setAttribute('aria-label', label)
  for (const [state, path] of Object.entries(bars)) {
    rail.querySelector(`.${state}`)?.setAttribute('d', path)
  }
  const all = section.dataset.layout === 'programme'
  for (const old of rail.querySelectorAll('p')) old.remove()
  names.forEach((name, at) => {
    if (!all && at !== now) return
    const words = document.createElement('p')
    words.className = 'part-name'
    words.dataset.part = String(at + 1)
    words.dataset.now = String(at === now)
    words.textContent = name
    rail.append(words)
  })
}
