import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeWhenKept } from './window'

/** A window that can be asked to close, and closes unless somebody prevents it. */
class AskedWindow extends EventEmitter {
  isOpen = true
  close(): void {
    let isPrevented = false
    this.emit('close', { preventDefault: () => (isPrevented = true) })
    this.isOpen = isPrevented
  }
  isDestroyed(): boolean {
    return !this.isOpen
  }
}

function asked() {
  const window = new AskedWindow()
  const ask = vi.fn<() => void>()
  const closing = closeWhenKept(window, ask)
  window.close()
  return { window, ask, closing }
}

describe('a window that is closed', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('asks its page once, and goes when the page has kept everything', () => {
    const { window, ask, closing } = asked()
    window.close()
    expect(ask).toHaveBeenCalledOnce()
    expect(window.isOpen).toBe(true)
    closing.letGo()
    expect(window.isOpen).toBe(false)
  })

  it('waits for a page that goes on saving, however slowly', () => {
    const { window, closing } = asked()
    for (let mark = 0; mark < 10; mark += 1) {
      vi.advanceTimersByTime(2_500)
      closing.heard()
    }
    expect(window.isOpen).toBe(true)
    vi.advanceTimersByTime(3_000)
    expect(window.isOpen).toBe(false)
  })

  it('goes without a page that never ends', () => {
    const { window, closing } = asked()
    for (let second = 0; second < 60; second += 1) {
      vi.advanceTimersByTime(1_000)
      closing.heard()
    }
    expect(window.isOpen).toBe(false)
  })
})
