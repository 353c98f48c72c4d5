import type { Plugin } from 'vite'

/**
 * A plugin for bundling Node programs: compiles `import.meta.dirname` and `import.meta.url` to
 * what they are in the source file, so that files beside a source are found from the bundle too.
 */
export const places: Plugin
