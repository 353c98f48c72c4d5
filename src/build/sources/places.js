// JavaScript, because it runs before anything that reads TypeScript.
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * A plugin for bundling Node programs: compiles `import.meta.dirname` and `import.meta.url` to
 * what they are in the source file, so that files beside a source are found from the bundle too.
 */
export const places = {
  name: 'places',
  transform(code, id) {
    if (!/\bimport\.meta\./.test(code)) return null
    return code
      .replace(/\bimport\.meta\.dirname\b/g, () => JSON.stringify(dirname(id)))
      .replace(/\bimport\.meta\.url\b/g, () => JSON.stringify(pathToFileURL(id).href))
  },
}
