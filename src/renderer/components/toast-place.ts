import { useEffect, useState, type RefObject } from 'react'

/**
 * True while messages at the foot of the window would cover what has the focus (WCAG 2.4.11): they stand at its top
 * then. Asked whenever the focus, the place on the page or the number of messages changes. What is focused within the
 * messages themselves leaves them where they are, so that a button does not run from the key that reached it.
 */
export function useIsInTheWay(region: RefObject<HTMLElement | null>, count: number): boolean {
  const [isAtTop, setAtTop] = useState(false)
  useEffect(() => {
    if (count === 0) return undefined
    const look = () => {
      const own = region.current
      const focused = document.activeElement
      if (own === null || focused === null || own.contains(focused)) return
      setAtTop(isLowerCovered(own.getBoundingClientRect(), focused))
    }
    look()
    const options = { capture: true, passive: true }
    document.addEventListener('focusin', look)
    document.addEventListener('scroll', look, options)
    window.addEventListener('resize', look)
    return () => {
      document.removeEventListener('focusin', look)
      document.removeEventListener('scroll', look, options)
      window.removeEventListener('resize', look)
    }
  }, [region, count])
  return isAtTop && count > 0
}

/** Whether the foot of the window, as high as the messages and as wide, meets a focused control. */
function isLowerCovered(messages: DOMRect, focused: Element): boolean {
  // The page as a whole has the focus when nothing in it does.
  if (!focused.matches('a, button, input, select, textarea, [tabindex], [contenteditable]')) return false
  const control = focused.getBoundingClientRect()
  const margin = 24
  const top = window.innerHeight - messages.height - margin
  const isBeside = control.right < messages.left || control.left > messages.right
  // Something taller than the window, such as the page's own scroller, cannot be kept clear.
  const isWhole = control.height > window.innerHeight / 2
  return !isBeside && !isWhole && control.bottom > top && control.top < window.innerHeight
}
