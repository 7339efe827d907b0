import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { undoNewest, useRead } from '../lib/contract-client'
import { navigate } from '../lib/navigation'
import { dividers } from './routes'

export interface ShortcutActions {
  readonly onFind: () => void
  readonly onHelp: () => void
}

const chordMs = 1_200

/** True where keys belong to what is being typed. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  )
}

/** Alt with an arrow to the side, which steps through the places one was at; on a Mac a text field has its own use for it. */
function isStep(event: KeyboardEvent): boolean {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return false
  return !(isTyping(event.target) && navigator.platform.startsWith('Mac'))
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
}

/** Alt+← and Alt+→, Ctrl+K, Ctrl+Z (outside a text field, where it is the field's own), `?`, and `g` then a divider's letter. */
export function useShortcuts(actions: ShortcutActions): void {
  const client = useQueryClient()
  const settings = useRead('pc.settings', {})
  const hasSingleKeys = settings.data?.singleKeys ?? true
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    let chordUntil = 0
    const onKeyDown = (event: KeyboardEvent) => {
      const isCommand = event.ctrlKey || event.metaKey
      const key = event.key.toLowerCase()
      if (isCommand && !event.shiftKey && !event.altKey && key === 'k') {
        event.preventDefault()
        latest.current.onFind()
        return
      }
      if (isStep(event) && !isDialogOpen()) {
        event.preventDefault()
        window.history.go(event.key === 'ArrowLeft' ? -1 : 1)
        return
      }
      if (isTyping(event.target) || isDialogOpen()) return
      if (isCommand && !event.shiftKey && key === 'z') {
        event.preventDefault()
        void undoNewest(client)
        return
      }
      if (isCommand || event.altKey || !hasSingleKeys) return
      if (event.timeStamp < chordUntil) {
        chordUntil = 0
        const divider = dividers.find((item) => item.letter === key)
        if (divider !== undefined) {
          event.preventDefault()
          navigate(divider.home)
        }
      } else if (key === 'g') chordUntil = event.timeStamp + chordMs
      else if (event.key === '?') latest.current.onHelp()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [client, hasSingleKeys])
}
