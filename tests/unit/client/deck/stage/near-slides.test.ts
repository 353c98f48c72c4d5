import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nearSlides } from '../../../../../src/client/deck/stage/near-slides.ts'

/** As much of an element as a list of slides needs. */
class Box {
  children: Box[] = []
  parent: Box | undefined
  isConnected = false
  hidden = false
  get childElementCount() {
    return this.children.length
  }
  append(...boxes: Box[]) {
    this.#take(boxes)
    this.children.push(...boxes)
  }
  prepend(...boxes: Box[]) {
    this.#take(boxes)
    this.children.unshift(...boxes)
  }
  before(box: Box) {
    box.isConnected = true
  }
  after(box: Box) {
    box.isConnected = true
  }
  #take(boxes: Box[]) {
    for (const box of boxes) {
      if (box.parent) box.parent.children = box.parent.children.filter((one) => one !== box)
      box.parent = this
    }
  }
}

beforeEach(() => void vi.stubGlobal('document', { createElement: () => new Box() }))
afterEach(() => void vi.unstubAllGlobals())

/** A deck of so many slides, the list that reveal.js has of it, and what adds or takes slides away. */
function deckOf(total: number) {
  const list = new Box()
  const sections = Array.from({ length: total }, () => new Box())
  list.append(...sections)
  // Boxes do all that is asked of elements here.
  const near = nearSlides(new Box() as never, list as never, sections as never)
  const change = (at: number, gone: number, ...come: Box[]) =>
    near.renew(() => {
      for (const box of sections.splice(at, gone, ...come))
        list.children.splice(list.children.indexOf(box), 1)
      for (const box of come) box.parent = list
      list.children.splice(at, 0, ...come)
    })
  return { list, sections, near, change }
}

test.for([
  ['few', 24],
  ['almost too many', 60],
  ['many', 200],
] as const)('slides that are added to %s, and taken away, stand where they belong', ([, total]) => {
  for (const at of [1, 5, total - 1]) {
    const { list, sections, near, change } = deckOf(total)
    const isShown = () => {
      for (const index of [at, 0, sections.length - 1, at]) {
        near.bring(index)
        expect(list.children[near.at(index)]).toBe(sections[index])
        // In order, without gaps.
        const first = sections.indexOf(list.children[0] as Box)
        expect(list.children).toEqual(sections.slice(first, first + list.children.length))
      }
    }
    isShown()
    const come = [new Box(), new Box()]
    change(at, 0, ...come)
    isShown()
    near.showAll(true)
    expect(list.children).toEqual(sections)
    change(at, 2)
    expect(list.children).toEqual(sections)
    near.showAll(false)
    isShown()
    expect(sections).toHaveLength(total)
  }
})
