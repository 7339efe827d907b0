import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Document, DocumentComment, DocumentSection } from '../../../../shared/features/documents/model'
import { Button } from '../../../components/button'
import { DraftNotice } from '../../../components/draft'
import type { FieldStore } from '../lib/field-store'
import { useSectionWrites } from '../lib/use-section-writes'
import { useWide } from '../lib/use-wide'
import { useWriting, type Caret, type Place, type Writing } from '../lib/use-writing'
import { EditorBar } from './editor-bar'
import { FactsInText, useFacts } from './facts-in-text'
import { FindRow } from './find-row'
import { SectionBlock, type SectionAction } from './section-block'
import { NotePanel } from './notes'
import { isWriting, SectionEditor } from './section-editor'
import { AddSectionPanel, LeaveOutPanel } from './section-panels'
import './document-text.css'

type Asked = { readonly what: 'leave-out' | 'add' | 'note'; readonly section: DocumentSection }

/** The sections of a document down the page. One at a time is open for writing. */
export function DocumentText({ document }: { readonly document: Document }) {
  const isDraft = document.status === 'draft' && !document.isArchived
  const { facts, fields } = useFacts(document.values)
  const writing = useWriting(document)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [asked, setAsked] = useState<Asked | undefined>(undefined)
  const [isFinding, setFinding] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const [wideRef, isWide] = useWide(58)
  const { onAction, openAt } = useSectionActions(document, writing, setAsked)
  useClickToWrite(box, isDraft, openAt)
  useMoveKeys(box, isDraft, onAction, document.sections)
  useFindKey(() => setFinding(true))
  const root = useCallback(() => box.current, [])
  const finish = useFinish(writing)
  return (
    <FactsInText facts={facts}>
      <div
        className="doc-whole"
        onBlur={({ currentTarget, relatedTarget }) => saveOnLeaving(writing, currentTarget, relatedTarget)}
      >
        <EditorBar
          editor={editor}
          isDraft={isDraft}
          writing={writing}
          documentId={document.id}
          onFind={() => setFinding(true)}
          onDone={finish}
        >
          {isFinding && <FindRow root={root} onClose={() => setFinding(false)} />}
        </EditorBar>
        <DraftNotice
          draft={{ ...writing.draft, discard: writing.discard }}
          focusAfter={() => writeButton(writing.place?.sectionId)}
        />
        <div ref={wideRef}>
          <div ref={box} className={isWide ? 'doc-text doc-text-wide' : 'doc-text'}>
            <Sections
              {...{ document, isDraft, isWide, writing, fields, onAction }}
              onEditor={setEditor}
              onDone={finish}
            />
          </div>
        </div>
      </div>
      {isDraft && <AddAtEnd document={document} onAsk={setAsked} />}
      <Panels document={document} asked={asked} onClose={() => setAsked(undefined)} writing={writing} />
    </FactsInText>
  )
}

/** While it is asked what is to become of the words that were found, only leaving the text, its bar and the question saves them. */
function saveOnLeaving({ draft, saveNow }: Writing, text: Element, target: Element | null): void {
  // Whoever looks into another window has not left this one's text.
  const isStaying = !window.document.hasFocus() || text.contains(target) || isWriting(target)
  if (draft.isRestored && !isStaying) void saveNow()
}

/**
 * Ends writing. The focus goes back to where writing in the section began, once the button there is drawn: until then
 * there is nothing that could take it.
 */
function useFinish(writing: Writing): () => void {
  const returnTo = useRef<string | undefined>(undefined)
  const open = writing.place?.sectionId
  useEffect(() => {
    if (open !== undefined || returnTo.current === undefined) return
    writeButton(returnTo.current)?.focus()
    returnTo.current = undefined
  }, [open])
  return () => {
    returnTo.current = open
    void writing.close().then((isClosed) => {
      if (!isClosed) returnTo.current = undefined
    })
  }
}

interface SectionsProps {
  readonly document: Document
  readonly isDraft: boolean
  readonly isWide: boolean
  readonly writing: Writing
  readonly fields: FieldStore
  readonly onAction: (section: DocumentSection, action: SectionAction) => void
  readonly onEditor: (editor: Editor | null) => void
  readonly onDone: () => void
}

function Sections({ document, isDraft, isWide, writing, fields, onAction, onEditor, onDone }: SectionsProps) {
  const { place } = writing
  const notes = useOpenNotes(document.comments)
  const editorAt = (at: Place) => (
    <SectionEditor
      key={at.sectionId}
      place={at}
      fields={fields}
      onEditor={onEditor}
      onWritten={writing.keep}
      onAsk={writing.onAsk}
      onLeft={() => void (writing.draft.isRestored || writing.saveNow())}
      onDone={onDone}
    />
  )
  return document.sections.map((section, index) => (
    <SectionBlock
      key={section.id}
      section={section}
      notes={notes.get(section.id) ?? noNotes}
      isFirst={index === 0}
      isLast={index === document.sections.length - 1}
      isDraft={isDraft}
      isWide={isWide}
      onAction={onAction}
      {...(isDraft && place?.sectionId === section.id ? { editor: editorAt(place) } : {})}
    />
  ))
}

const noNotes: readonly DocumentComment[] = []

/** The open notes by section; the same lists until a note changes, so that no section is drawn again for nothing. */
function useOpenNotes(comments: readonly DocumentComment[]): ReadonlyMap<string, readonly DocumentComment[]> {
  return useMemo(() => {
    const found = new Map<string, DocumentComment[]>()
    for (const comment of comments)
      if (!comment.isDone) found.set(comment.sectionId, [...(found.get(comment.sectionId) ?? []), comment])
    return found
  }, [comments])
}

function AddAtEnd({ document, onAsk }: { readonly document: Document; readonly onAsk: (asked: Asked) => void }) {
  const last = document.sections.at(-1)
  if (last === undefined) return null
  return (
    <p className="doc-add">
      <Button onPress={() => onAsk({ what: 'add', section: last })}>Add a section</Button>
    </p>
  )
}

interface PanelsProps {
  readonly document: Document
  readonly asked: Asked | undefined
  readonly writing: Writing
  readonly onClose: () => void
}

function Panels({ document, asked, writing, onClose }: PanelsProps) {
  if (asked === undefined) return null
  if (asked.what === 'note')
    return <NotePanel sectionId={asked.section.id} title={asked.section.title} quote="" onClose={onClose} />
  if (asked.what === 'leave-out') return <LeaveOutPanel section={asked.section} onClose={onClose} />
  return (
    <AddSectionPanel
      documentId={document.id}
      after={asked.section}
      onClose={onClose}
      onAdded={(id, title) =>
        void writing.open({ sectionId: id, title, body: { type: 'doc', content: [] }, caret: 'start' })
      }
    />
  )
}

function useSectionActions(document: Document, writing: Writing, ask: (asked: Asked) => void) {
  const writes = useSectionWrites(document)
  const latest = useRef({ document, writing, writes, ask })
  useEffect(() => {
    latest.current = { document, writing, writes, ask }
  })
  const openAt = useCallback((id: string, caret: Caret) => {
    const now = latest.current
    const section = now.document.sections.find((one) => one.id === id)
    if (section === undefined || section.isLeftOut || now.writing.place?.sectionId === id) return
    void now.writing.open({ sectionId: id, title: section.title, body: section.body, caret })
  }, [])
  // The same function for as long as the page is shown, so that a section is drawn again only when it has changed.
  const onAction = useCallback(
    (section: DocumentSection, action: SectionAction) => {
      const { writes: now, ask: askNow } = latest.current
      switch (action) {
        case 'write':
          return openAt(section.id, 'start')
        case 'rename':
          return openAt(section.id, 'title')
        case 'up':
        case 'down':
          return void now.move(section, action === 'up' ? -1 : 1)
        case 'take-in':
          return void now.takeIn(section)
        case 'remove':
          return void now.remove(section)
        case 'leave-out':
        case 'add':
        case 'note':
          return askNow({ what: action, section })
      }
    },
    [openAt],
  )
  return { onAction, openAt }
}

/** A click in a text that is read opens it for writing, with the cursor where one clicked. */
function useClickToWrite(
  box: { readonly current: HTMLElement | null },
  isDraft: boolean,
  openAt: (id: string, caret: Caret) => void,
): void {
  useEffect(() => {
    const element = box.current
    if (element === null || !isDraft) return undefined
    const onClick = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const id = sectionIdAt(target)
      const isText = target?.closest('.doc-body') != null && target.closest('a, button, input') === null
      // Words that are being marked, to be copied, are no wish to write.
      if (!isText || id == null || window.getSelection()?.isCollapsed === false) return
      openAt(id, { left: event.clientX, top: event.clientY })
    }
    element.addEventListener('click', onClick)
    return () => element.removeEventListener('click', onClick)
  }, [box, isDraft, openAt])
}

const sectionIdAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest('[data-section-id]')?.getAttribute('data-section-id') : undefined

/** Alt+Shift with an arrow moves the section that the focus is in. */
function useMoveKeys(
  box: { readonly current: HTMLElement | null },
  isDraft: boolean,
  onMove: (section: DocumentSection, action: 'up' | 'down') => void,
  sections: readonly DocumentSection[],
): void {
  const latest = useRef({ onMove, sections })
  useEffect(() => {
    latest.current = { onMove, sections }
  })
  useEffect(() => {
    const element = box.current
    if (element === null || !isDraft) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      const { onMove: move, sections: known } = latest.current
      const section = known.find(({ id }) => id === sectionIdAt(event.target))
      const isMove = event.altKey && event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')
      if (!isMove || section === undefined) return
      event.preventDefault()
      move(section, event.key === 'ArrowUp' ? 'up' : 'down')
    }
    element.addEventListener('keydown', onKeyDown)
    return () => element.removeEventListener('keydown', onKeyDown)
  }, [box, isDraft])
}

function useFindKey(onFind: () => void): void {
  const latest = useRef(onFind)
  useEffect(() => {
    latest.current = onFind
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'f')
        return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Where writing in a section begins; null while it is open, when there is no such button. */
function writeButton(id = ''): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-section-id="${CSS.escape(id)}"] .doc-section-actions button`)
}
