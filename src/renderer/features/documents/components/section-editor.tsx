import type { Editor, JSONContent } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { EditorContent, useEditor } from '@tiptap/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RichText } from '../../../../shared/kernel/rich-text'
import { FactSuggest, type SuggestKey } from './fact-suggest'
import { extensionsFor } from '../lib/extensions'
import type { FieldStore } from '../lib/field-store'
import { cleanPasted } from '../lib/paste'
import { treeOf } from '../lib/tree'
import type { Place, Written } from '../lib/use-writing'
import './section-editor.css'

export interface SectionEditorProps {
  readonly place: Place
  readonly fields: FieldStore
  readonly onEditor: (editor: Editor | null) => void
  /** Told of what is written shortly after the first change, and again when it is asked for. */
  readonly onWritten: (written: Written) => void
  readonly onAsk: (pull: (() => void) | undefined) => void
  /** The focus has gone to something that is no part of writing. */
  readonly onLeft: () => void
  /** Escape. */
  readonly onDone: () => void
}

/** Reading a long section out of the editor takes milliseconds: not at every key, and the rarer the longer it takes. */
const readMs = 300
const restAfterRead = 100

/** One section open for writing: its heading and its text. */
export function SectionEditor(props: SectionEditorProps) {
  const { place } = props
  const [title, setTitle] = useState(place.title)
  const source = useWrittenSource(props, title)
  const heading = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (place.caret === 'title') heading.current?.select()
  }, [place.caret])
  return (
    <div
      className="doc-editor"
      onBlur={(event) => {
        source.pull()
        if (!isWriting(event.relatedTarget)) props.onLeft()
      }}
    >
      <input
        ref={heading}
        className="doc-title-input"
        aria-label="Heading of the section"
        value={title}
        onChange={(event) => {
          setTitle(event.target.value)
          source.changed()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.onDone()
          if (event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault()
            source.editor.commands.focus('start')
          }
        }}
      />
      <EditorContent editor={source.editor} />
      <FactSuggest editor={source.editor} fields={props.fields} onKey={source.onSuggestKey} />
    </div>
  )
}

/** Toolbars and dialogs are part of writing; the rest of the page is not. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('.doc-editor, .doc-bar, [role="dialog"], [role="menu"]') !== null
  )
}

/** The editor, and what is read out of it and when. */
function useWrittenSource(props: SectionEditorProps, title: string) {
  const { place } = props
  const latest = useRef({ props, title })
  useEffect(() => {
    latest.current = { props, title }
  })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const tookMs = useRef(0)
  const changed = () => {
    timer.current ??= setTimeout(pull, Math.max(readMs, tookMs.current * restAfterRead))
  }
  const suggest = useRef<SuggestKey | undefined>(undefined)
  const onSuggestKey = useCallback((handle: SuggestKey | undefined) => void (suggest.current = handle), [])
  const editor = useSectionEditor(props, changed, suggest)
  const first = useRef<string | undefined>(undefined)
  const pull = () => {
    if (timer.current === undefined || editor.isDestroyed) return
    clearTimeout(timer.current)
    timer.current = undefined
    const now = latest.current
    const startedAtMs = performance.now()
    const body = treeOf(editor.getJSON())
    const words = now.title.trim() === '' ? place.title : now.title.trim()
    const whole = JSON.stringify([words, body])
    if (whole === first.current) return
    first.current = whole
    now.props.onWritten({ sectionId: place.sectionId, title: words, body })
    tookMs.current = performance.now() - startedAtMs
  }
  const ask = useRef(pull)
  useEffect(() => {
    ask.current = pull
  })
  const { onAsk, onEditor } = props
  useEffect(() => placeCaret(editor, place), [editor, place])
  useEffect(() => {
    onAsk(() => ask.current())
    onEditor(editor)
    return () => {
      ask.current()
      onAsk(undefined)
      onEditor(null)
    }
  }, [editor, onAsk, onEditor])
  return { editor, changed, pull, onSuggestKey }
}

function useSectionEditor(
  { place, fields, onDone }: SectionEditorProps,
  changed: () => void,
  suggest: { readonly current: SuggestKey | undefined },
): Editor {
  const latest = useRef({ onDone, changed })
  useEffect(() => {
    latest.current = { onDone, changed }
  })
  // Made once: with every new option the editor would draw itself anew.
  const [options] = useState(() => ({
    extensions: extensionsFor(fields),
    content: contentOf(place.body),
    // The style element of its own would need a nonce; its rules are in section-editor.css.
    injectCSS: false,
    editorProps: {
      attributes: {
        class: 'rich-text doc-writing',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': `Text of ${place.title}`,
        spellcheck: 'true',
        lang: 'en-GB',
      },
      transformPastedHTML: cleanPasted,
      handleKeyDown: (_view: unknown, event: KeyboardEvent) =>
        suggest.current?.(event) === true || isOurKey(event, () => latest.current.onDone()),
    },
    onUpdate: () => latest.current.changed(),
  }))
  return useEditor(options)
}

/** Alt+F10 goes to the tools, Escape out of the text. */
function isOurKey(event: KeyboardEvent, onDone: () => void): boolean {
  if (event.key === 'F10' && event.altKey) {
    document.querySelector<HTMLElement>('.doc-bar button:not([disabled])')?.focus()
    return true
  }
  if (event.key !== 'Escape') return false
  onDone()
  return true
}

/** A copy: the editor takes what it is given as its own. */
function contentOf(body: RichText): JSONContent {
  return JSON.parse(JSON.stringify(body)) as JSONContent
}

/** At once: what is typed in the meantime would go to the page, whose single keys lead elsewhere. */
function placeCaret(editor: Editor, { caret }: Place): void {
  if (caret === 'title') return
  const at = caret === 'start' ? undefined : editor.view.posAtCoords(caret)?.pos
  editor.view.focus()
  // Where one clicked was in sight: the page stands still.
  const { state } = editor
  const selection = at === undefined ? Selection.atStart(state.doc) : Selection.near(state.doc.resolve(at))
  const moved = state.tr.setSelection(selection)
  editor.view.dispatch(at === undefined ? moved.scrollIntoView() : moved)
}
