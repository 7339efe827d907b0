import { useCallback, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { movedTo, rowsInSight, type Span } from './data-table-model'

/** Above this many rows only those in sight are drawn, each of one fixed height. */
export const windowFrom = 150

export interface RowWindow {
  /** Given as the `ref` of the box that scrolls. */
  readonly setBox: (box: HTMLDivElement | null) => void
  readonly span: Span
  readonly isWindowed: boolean
  readonly rowHeight: number
  readonly active: number
  readonly setActive: (index: number) => void
  readonly onScroll: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

function remPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}

/** Which rows are drawn and which one has the focus. One row is in the tab order; arrows move it. */
export function useRowWindow(count: number, rowRem: number, onOpen: (index: number) => void): RowWindow {
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  const isWindowed = count > windowFrom
  const rowHeight = Math.round(rowRem * remPixels())
  const [span, setSpan] = useState<Span>({ first: 0, end: isWindowed ? 40 : count })
  const [active, setActive] = useState(0)
  const wantsFocus = useRef(false)

  const measure = useCallback(() => {
    if (box === null || !isWindowed) return
    const next = rowsInSight(count, rowHeight, box.scrollTop, box.clientHeight)
    setSpan((last) => (last.first === next.first && last.end === next.end ? last : next))
  }, [box, count, isWindowed, rowHeight])

  useBoxTop(box)
  useEffect(() => {
    if (box === null) return undefined
    // Observing measures at once, and again whenever the box changes its size.
    const watch = new ResizeObserver(measure)
    watch.observe(box)
    return () => watch.disconnect()
  }, [box, measure])

  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    const row = box?.querySelector<HTMLElement>(`tr[data-index="${active}"]`)
    if (row === null || row === undefined) return
    wantsFocus.current = false
    row.focus({ preventScroll: true })
    if (!isWindowed) row.scrollIntoView({ block: 'nearest' })
  }, [active, box, span, isWindowed])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLTableRowElement)) return
    const page = Math.max(1, Math.floor((box?.clientHeight ?? 400) / rowHeight) - 2)
    const next = movedTo(event.key, active, count, page)
    if (next !== undefined) {
      event.preventDefault()
      wantsFocus.current = true
      setActive(next)
      if (box !== null && isWindowed) bringIntoView(box, next, rowHeight)
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onOpen(active)
    }
  }
  const shown = isWindowed
    ? { first: Math.min(span.first, count), end: Math.min(span.end, count) }
    : { first: 0, end: count }
  return {
    setBox,
    span: shown,
    isWindowed,
    rowHeight,
    active: Math.min(active, Math.max(0, count - 1)),
    setActive,
    onScroll: measure,
    onKeyDown,
  }
}

/**
 * Tells a tall list where on its page it begins, so that it ends at the foot of the window. One that begins far down is
 * left to its usual height.
 */
function useBoxTop(box: HTMLElement | null): void {
  useEffect(() => {
    const around = box?.parentElement
    if (box === null || around === null || around === undefined) return undefined
    const find = () => {
      const top = box.getBoundingClientRect().top + (box.closest('.page')?.scrollTop ?? 0)
      const isHigh = top < window.innerHeight / 2
      if (isHigh) box.style.setProperty('--dt-top', `${Math.round(top)}px`)
      else box.style.removeProperty('--dt-top')
    }
    const watch = new ResizeObserver(find)
    watch.observe(around)
    watch.observe(document.documentElement)
    return () => watch.disconnect()
  }, [box])
}

/** Scrolls just enough that a row stands clear of the sticky head and foot. */
function bringIntoView(box: HTMLElement, index: number, rowHeight: number): void {
  const head = box.querySelector('thead')?.clientHeight ?? 0
  const foot = box.querySelector('tfoot')?.clientHeight ?? 0
  const top = index * rowHeight
  const bottom = top + rowHeight + head + foot
  if (top < box.scrollTop) box.scrollTop = top
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight
}
