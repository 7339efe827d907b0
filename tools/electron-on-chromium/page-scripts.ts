import { readFileSync } from 'node:fs'
import { makeCodec } from './codec.ts'

const read = (name: string) => readFileSync(new URL(`./in-page/${name}`, import.meta.url), 'utf8')

/** The name of the isolated world in which the preload runs. */
export const PRELOAD_WORLD = 'electron-preload'

/** The two scripts of a window with a preload, for `Page.addScriptToEvaluateOnNewDocument`. */
export function pageScripts(key: string, preload: string, accelerators: readonly string[]) {
  const shared = read('shared.js')
  const head = `const KEY = ${JSON.stringify(key)};`
  const facts = `const PLATFORM = ${JSON.stringify(process.platform)}; const ACCELERATORS = ${JSON.stringify(accelerators)};`
  return {
    main: `(() => { 'use strict'; ${head}\n${shared}\n${read('main-world.js')}\n})();`,
    // Only the main frame gets the preload, as with nodeIntegrationInSubFrames off.
    isolated: `if (window === window.top) (() => { 'use strict'; ${head} ${facts}
      const makeCodec = ${makeCodec.toString()};
      ${shared}\n${read('isolated-world.js')}
      ;(function (require, module, exports, process) {\n${preload}\n})(preloadRequire, { exports: {} }, {}, preloadProcess);
    })();`,
  }
}
