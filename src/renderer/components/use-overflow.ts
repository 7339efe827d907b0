import { useCallback, useEffect, useState } from 'react'

/**
 * Whether a box has more in it than it shows. Such a box must be reachable by keyboard to be scrolled; one that shows
 * everything must not be a stop on the way. Returns the ref to give it and the answer.
 */
export function useOverflow(): readonly [(box: HTMLElement | null) => void, boolean] {
  const [box, setBox] = useState<HTMLElement | null>(null)
  const [overflows, setOverflows] = useState(false)
  const look = useCallback(() => {
    // What is there for screen readers alone is cut to a point: nobody scrolls it, and a stop there would not be seen.
    if (box !== null) setOverflows(box.clientWidth > 1 && box.scrollWidth > box.clientWidth + 1)
  }, [box])
  useEffect(() => {
    if (box === null) return undefined
    const watch = new ResizeObserver(look)
    watch.observe(box)
    return () => watch.disconnect()
  }, [box, look])
  return [setBox, overflows]
}
