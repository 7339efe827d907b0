import { useEffect, useState } from 'react'

/** Whether a box is at least so wide (in rem). Returns the ref to give it and the answer. */
export function useWide(rem: number): readonly [(box: HTMLElement | null) => void, boolean] {
  const [box, setBox] = useState<HTMLElement | null>(null)
  const [isWide, setWide] = useState(false)
  useEffect(() => {
    if (box === null) return undefined
    const watch = new ResizeObserver(() => {
      const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      setWide(box.clientWidth >= rem * size)
    })
    watch.observe(box)
    return () => watch.disconnect()
  }, [box, rem])
  return [setBox, isWide]
}
