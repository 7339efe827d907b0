/**
 * Leaving a field may show or remove a line of text beneath it, and everything below moves. When the field is left by
 * pressing a button, the button would move away between press and release, and the click would never come. So what a
 * field does on being left waits until the pointer is up again.
 */
let isDown = false

if (typeof window !== 'undefined') {
  const up = () => {
    isDown = false
  }
  window.addEventListener('pointerdown', () => (isDown = true), { capture: true })
  window.addEventListener('pointerup', up, { capture: true })
  window.addEventListener('pointercancel', up, { capture: true })
}

/** Runs at once, or after the click that is under way. */
export function afterPress(run: () => void): void {
  if (!isDown) return run()
  const later = () => {
    window.removeEventListener('pointerup', later, { capture: true })
    window.removeEventListener('pointercancel', later, { capture: true })
    // The click follows the release; run behind it.
    setTimeout(run)
  }
  window.addEventListener('pointerup', later, { capture: true })
  window.addEventListener('pointercancel', later, { capture: true })
}
