import { createRequire } from 'node:module'
import { join, sep } from 'node:path'
import type { Plugin } from 'vite'

/** The folder of reveal.js's sources; its package exports only a bundle of everything. */
export const sources = join(createRequire(import.meta.url).resolve('reveal.js'), '../../js')

/** Its main module, as bundlers name it: with slashes on every system. */
const main = join(sources, 'reveal.js').split(sep).join('/')

/**
 * What is left of the parts of reveal.js that the deck turns off or has no content for: for each,
 * the methods that still do something. All others return undefined.
 */
export const leftOut: Readonly<Record<string, string>> = {
  'components/playback': '',
  'controllers/autoanimate': '',
  'controllers/backgrounds': '',
  'controllers/controls': '',
  'controllers/focus': '',
  'controllers/jumptoslide': '',
  'controllers/keyboard': '',
  'controllers/location': '',
  'controllers/notes': '',
  'controllers/overlay': '',
  'controllers/overview': '',
  // There are none to wait for: starts at once, and not in a later task.
  'controllers/plugins': 'load: () => ({ then: (start) => start() })',
  'controllers/pointer': '',
  'controllers/printview': '',
  'controllers/progress': '',
  'controllers/scrollview': '',
  // Slides contain no media, so they are only shown and hidden.
  'controllers/slidecontent': `
    load: ({ style }) => { style.display = 'block' },
    unload: ({ style }) => { style.display = 'none' }`,
  'controllers/slidenumber': '',
}

/**
 * Functions that measure or read the page at every turn for what the deck turns off, its scaling and
 * its reading out of whole slides; they return at once.
 */
const idle = ['function layout() {', 'function getStatusText( node ) {']

const prefix = '\0reveal/'
const nothing = `${prefix}nothing`

const codeOf = (methods: string): string => `
const own = { ${methods} }
const part = new Proxy(own, { get: (_, name) => own[name] ?? (() => undefined) })
export default class { constructor() { return part } }`

/**
 * Bundles reveal.js from its sources, without the parts that the deck does not use. They are two
 * thirds of it, which every viewer would load and run before the first key works.
 */
export function slimReveal(): Plugin {
  return {
    name: 'slim-reveal',
    enforce: 'pre',
    // The development server would bundle the package as it is.
    config: () => ({ optimizeDeps: { exclude: ['reveal.js'] } }),
    resolveId(id, importer) {
      if (id === 'reveal.js') return main
      if (importer !== main) return null
      const name = id.replace(/^\.\//, '')
      return leftOut[name] === '' ? nothing : leftOut[name] ? prefix + name : null
    },
    load: (id) => (id.startsWith(prefix) ? codeOf(leftOut[id.slice(prefix.length)] ?? '') : null),
    transform(code, id) {
      if (id !== main) return null
      for (const head of idle) if (!code.includes(head)) throw new Error(`No “${head}” in ${id}.`)
      return idle.reduce((text, head) => text.replace(head, `${head} return ''\n`), code)
    },
  }
}
