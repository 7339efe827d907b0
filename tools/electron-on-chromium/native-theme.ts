import { EventEmitter } from 'node:events'
import type { Page } from 'playwright-core'

type ThemeSource = 'system' | 'light' | 'dark'

const pages = new Set<Page>()

/** Electron's `nativeTheme`; the source decides what `prefers-color-scheme` says in every window. */
class NativeTheme extends EventEmitter {
  #source: ThemeSource = 'system'

  get themeSource(): ThemeSource {
    return this.#source
  }
  set themeSource(source: ThemeSource) {
    this.#source = source
    for (const page of pages) void emulate(page, source)
    this.emit('updated')
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
  get shouldUseHighContrastColors(): boolean {
    return false
  }
}

async function emulate(page: Page, source: ThemeSource): Promise<void> {
  await page.emulateMedia({ colorScheme: source === 'system' ? null : source }).catch(() => undefined)
}

export const nativeTheme = new NativeTheme()

/** Not Electron's: makes a new window follow the theme. */
export async function applyTheme(page: Page): Promise<void> {
  pages.add(page)
  page.on('close', () => pages.delete(page))
  if (nativeTheme.themeSource !== 'system') await emulate(page, nativeTheme.themeSource)
}
