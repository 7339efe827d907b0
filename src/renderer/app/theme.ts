/** Theme and text size of this PC: the person's choice, else what the system asks for. */
import { useEffect } from 'react'
import type { OutputFor } from '../lib/contract-client'

export type PcSettings = OutputFor<'pc.settings'>

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')
const prefersContrast = window.matchMedia('(prefers-contrast: more)')

function themeFor(choice: PcSettings['theme']): 'light' | 'dark' | 'contrast' {
  if (choice !== 'system') return choice
  if (prefersContrast.matches) return 'contrast'
  return prefersDark.matches ? 'dark' : 'light'
}

/** Puts the settings on the document, and follows the system while the choice is left to it. */
export function useTheme(settings: PcSettings | undefined): void {
  const theme = settings?.theme ?? 'system'
  const textSize = settings?.textSize ?? 'normal'
  useEffect(() => {
    const root = document.documentElement
    root.dataset['text'] = textSize
    const apply = () => {
      root.dataset['theme'] = themeFor(theme)
    }
    apply()
    prefersDark.addEventListener('change', apply)
    prefersContrast.addEventListener('change', apply)
    return () => {
      prefersDark.removeEventListener('change', apply)
      prefersContrast.removeEventListener('change', apply)
    }
  }, [theme, textSize])
}
