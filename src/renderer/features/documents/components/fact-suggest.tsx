import type { Editor } from '@tiptap/core'
import { useEffect, useId, useRef, useState } from 'react'
import { announce } from '../../../lib/announcer'
import { plural } from '../../../lib/format'
import type { FieldStore } from '../lib/field-store'
import { factsFor, putFact, typedField, type Fact, type TypedField } from '../lib/typed-field'
import './fact-suggest.css'

/** Takes a key before the editor does; true when it was for the list. */
export type SuggestKey = (event: KeyboardEvent) => boolean

export interface FactSuggestProps {
  readonly editor: Editor
  readonly fields: FieldStore
  readonly onKey: (handle: SuggestKey | undefined) => void
}

const mostShown = 8

/** While two opening braces are typed, the facts that fit: arrows choose, Enter puts in, Escape leaves the braces. */
export function FactSuggest({ editor, fields, onKey }: FactSuggestProps) {
  const id = useId()
  const { typed, close } = useTyped(editor)
  const facts = typed === undefined ? [] : factsFor(typed.words, mostShown)
  const [chosen, setChosen] = useState({ words: '', index: 0 })
  const index = chosen.words === typed?.words ? Math.min(chosen.index, facts.length - 1) : 0
  const isOpen = typed !== undefined && facts.length > 0
  const put = (fact: Fact | undefined) => {
    if (typed !== undefined && fact !== undefined) putFact(editor, typed, fact)
  }
  const handle = useRef<SuggestKey>(() => false)
  useEffect(() => {
    handle.current = (event) => {
      if (!isOpen) return false
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step !== undefined) setChosen({ words: typed.words, index: (index + step + facts.length) % facts.length })
      else if (event.key === 'Enter' || event.key === 'Tab') put(facts[index])
      else if (event.key === 'Escape') close()
      else return false
      event.preventDefault()
      return true
    }
  })
  useEffect(() => {
    onKey((event) => handle.current(event))
    return () => onKey(undefined)
  }, [onKey])
  useNamedInEditor(editor, isOpen ? { list: id, option: `${id}-${index}`, count: facts.length } : undefined)
  if (!isOpen) return null
  return (
    <ul
      id={id}
      ref={(element) => placeAt(element, editor, typed)}
      className="popover options doc-suggest"
      role="listbox"
      aria-label="Facts of the school"
    >
      {facts.map((fact, at) => (
        <li
          key={fact.name}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === index}
          className="option"
          data-focused={at === index || undefined}
          // The editor keeps the focus: a press that takes it would end the typing.
          onPointerDown={(event) => {
            event.preventDefault()
            put(fact)
          }}
        >
          <span>{fact.title}</span>
          <small>{presentWords(fields, fact)}</small>
        </li>
      ))}
    </ul>
  )
}

/** What a fact reads now, as far as the text quotes it already. */
function presentWords(fields: FieldStore, { name, isTable }: Fact): string | null {
  return fields.value(name)?.text ?? (isTable ? 'A table' : null)
}

/** The braces before the cursor, until somebody says that they are meant as braces. */
function useTyped(editor: Editor) {
  const [typed, setTyped] = useState<TypedField | undefined>(undefined)
  const closedAt = useRef<number | undefined>(undefined)
  useEffect(() => {
    const look = () => {
      const found = editor.isFocused ? typedField(editor) : undefined
      if (found === undefined) closedAt.current = undefined
      const next = found?.from === closedAt.current ? undefined : found
      // The same again draws nothing: this runs at every key.
      setTyped((now) => (now?.from === next?.from && now?.words === next?.words ? now : next))
    }
    editor.on('transaction', look)
    editor.on('blur', look)
    return () => {
      editor.off('transaction', look)
      editor.off('blur', look)
    }
  }, [editor])
  const close = () => {
    closedAt.current = typed?.from
    setTyped(undefined)
  }
  return { typed, close }
}

interface Named {
  readonly list: string
  readonly option: string
  readonly count: number
}

/** Tells screen readers, on the text itself, which list is open and where in it one is. */
function useNamedInEditor(editor: Editor, named: Named | undefined): void {
  const count = named?.count
  useEffect(() => {
    if (count !== undefined) announce(`${plural(count, 'fact', 'facts')} to choose from`)
  }, [count])
  const [list, option] = [named?.list, named?.option]
  useEffect(() => {
    if (list === undefined || option === undefined) return undefined
    const { dom } = editor.view
    dom.setAttribute('aria-controls', list)
    dom.setAttribute('aria-activedescendant', option)
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, list, option])
}

const gapPixels = 4

/** Beneath the braces, or above them where there is no room. */
function placeAt(element: HTMLElement | null, editor: Editor, typed: TypedField): void {
  if (element === null) return
  const at = editor.view.coordsAtPos(typed.from)
  const height = element.offsetHeight
  const isRoom = at.bottom + gapPixels + height <= window.innerHeight
  const top = isRoom ? at.bottom + gapPixels : Math.max(gapPixels, at.top - gapPixels - height)
  const left = Math.max(gapPixels, Math.min(at.left, window.innerWidth - element.offsetWidth - gapPixels))
  element.style.setProperty('top', `${top}px`)
  element.style.setProperty('left', `${left}px`)
}
