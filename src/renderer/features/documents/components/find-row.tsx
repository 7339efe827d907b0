import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { IconButton } from '../../../components/button'
import { SearchField } from '../../../components/fields/search-field'
import { announce } from '../../../lib/announcer'
import { findIn, showFound } from '../lib/find'

export interface FindRowProps {
  /** Where is looked. */
  readonly root: () => HTMLElement | null
  readonly onClose: () => void
}

/** Looks for words in the document: how many there are, and from one to the next. */
export function FindRow({ root, onClose }: FindRowProps) {
  const [words, setWords] = useState('')
  const found = useFound(root, words)
  return (
    <div className="doc-find" data-find="no">
      <SearchField
        label="Find in this document"
        value={words}
        onChange={setWords}
        autoFocus
        onEnter={() => found.go(1)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && words === '') onClose()
        }}
      />
      <span className="doc-find-count">{found.words}</span>
      <IconButton label="Previous place" icon={<ChevronUp aria-hidden="true" />} onPress={() => found.go(-1)} />
      <IconButton label="Next place" icon={<ChevronDown aria-hidden="true" />} onPress={() => found.go(1)} />
      <IconButton label="Close the search" icon={<X aria-hidden="true" />} onPress={onClose} />
    </div>
  )
}

const pauseMs = 150

function useFound(root: () => HTMLElement | null, words: string) {
  const [count, setCount] = useState(0)
  const [current, setCurrent] = useState(0)
  const at = useRef(0)
  const look = useCallback(
    (to: number) => {
      const box = root()
      // Looked for anew each time: the text may have changed since.
      const ranges = box === null ? [] : findIn(box, words)
      at.current = ranges.length === 0 ? 0 : (to + ranges.length) % ranges.length
      showFound(ranges, at.current)
      setCount(ranges.length)
      setCurrent(at.current)
      return ranges.length
    },
    [root, words],
  )
  useEffect(() => {
    const timer = setTimeout(() => {
      const many = look(0)
      if (words !== '') announce(many === 0 ? 'Not found' : `${many} found`)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [look, words])
  useEffect(() => () => showFound([], 0), [])
  const go = (by: number) => {
    const many = look(at.current + by)
    if (many > 0) announce(`${at.current + 1} of ${many}`)
  }
  return { go, words: words === '' ? '' : count === 0 ? 'Not found' : `${current + 1} of ${count}` }
}
