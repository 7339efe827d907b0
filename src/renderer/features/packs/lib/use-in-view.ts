import { useEffect, useRef, type RefObject } from 'react'

/** A list with a scrollbar of its own shows the line that is open, however one came to it. */
export function useInView(selected: string | undefined): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = list.current
    const line = box?.querySelector<HTMLElement>('[aria-current="true"]')
    if (!box || !line || box.scrollHeight <= box.clientHeight) return
    const [outer, inner] = [box.getBoundingClientRect(), line.getBoundingClientRect()]
    // Only the list scrolls: the text beside it stays where it begins.
    if (inner.top < outer.top || inner.bottom > outer.bottom)
      box.scrollTop += inner.top - outer.top - box.clientHeight / 3
  }, [selected])
  return list
}
