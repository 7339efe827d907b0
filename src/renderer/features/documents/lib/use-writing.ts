import { useCallback, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { zRichText, type RichText } from '../../../../shared/kernel/rich-text'
import type { Failure } from '../../../../shared/kernel/result'
import type { Document } from '../../../../shared/features/documents/model'
import { useDraft, type Draft } from '../../../components/draft'
import { useZodForm } from '../../../components/form'
import { announce } from '../../../lib/announcer'
import { useWrite } from '../../../lib/contract-client'

/** Long enough that one save stands for a thought and not for a word; the draft is kept long before. */
const pauseMs = 3_000

/** One section as it is being written. */
export interface Written {
  readonly sectionId: string
  readonly title: string
  readonly body: RichText
}

/** Where the cursor goes: where one clicked, in the heading, or at the beginning of the text. */
export type Caret = { readonly left: number; readonly top: number } | 'title' | 'start'

export interface Place extends Written {
  readonly caret: Caret
}

export type SavingState =
  { readonly kind: 'saved' | 'unsaved' | 'saving' } | { readonly kind: 'failed'; readonly failure: Failure }

export interface Writing {
  /** The section that is open for writing, as it was when it was opened. */
  readonly place: Place | undefined
  readonly state: SavingState
  readonly draft: Draft
  /** Opens a section once the one before is saved. */
  readonly open: (place: Place) => Promise<void>
  /** Saves and closes; false when it could not be saved, and then it stays open. */
  readonly close: () => Promise<boolean>
  readonly saveNow: () => Promise<boolean>
  /** What is in the editor now. */
  readonly keep: (written: Written) => void
  /** The editor says how its newest words are asked for. */
  readonly onAsk: (pull: (() => void) | undefined) => void
  readonly discard: () => Promise<void>
}

const zSectionDraft = z.object({ sectionId: z.string(), title: z.string(), body: z.string() })
const saved: SavingState = { kind: 'saved' }

/** Writing in a document, one section at a time: kept as a draft at once, saved after a pause and on leaving. */
export function useWriting(document: Document): Writing {
  const form = useZodForm(zSectionDraft, { sectionId: '', title: '', body: '' })
  const draft = useDraft(form, 'documents.section', document.id)
  // A step of the document's life closes what was open: afterwards its text may be another one.
  const steps = document.steps.length
  const [opened, setOpened] = useState<{ readonly place: Place; readonly steps: number } | undefined>(undefined)
  const place = opened?.steps === steps ? opened.place : undefined
  const saving = useSaving(draft)
  const { markUnsaved, markFound, saveNow, forget, onAsk } = saving

  const keep = useCallback(
    (written: Written) => {
      markUnsaved(written)
      form.setValue('sectionId', written.sectionId)
      form.setValue('title', written.title)
      form.setValue('body', JSON.stringify(written.body), { shouldDirty: true })
    },
    [form, markUnsaved],
  )

  const close = useCallback(async () => {
    const isSaved = await saveNow()
    if (isSaved) setOpened(undefined)
    return isSaved
  }, [saveNow])

  const open = useCallback(
    async (next: Place) => {
      if (await saveNow()) setOpened({ place: next, steps })
    },
    [saveNow, steps],
  )

  const discard = useCallback(async () => {
    forget()
    setOpened(undefined)
    await draft.discard()
  }, [draft, forget])

  useRestored({
    document,
    draft,
    values: form.getValues,
    onRestored: (written) => {
      markFound(written)
      setOpened({ place: { ...written, caret: 'start' }, steps })
    },
    onSaved: forget,
  })
  return { place, state: saving.state, draft, open, close, saveNow, keep, onAsk, discard }
}

/** The newest unsaved words and the way they are saved: one save at a time, the last words last. */
function useSaving(draft: Draft) {
  const { send } = useWrite('documents.saveSection')
  const [state, setState] = useState<SavingState>(saved)
  const unsaved = useRef<Written | undefined>(undefined)
  const pull = useRef<(() => void) | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))
  const clear = useRef(draft.clear)
  useEffect(() => {
    clear.current = draft.clear
  })

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const written = unsaved.current
    if (written === undefined) return true
    setState({ kind: 'saving' })
    const result = await send({ id: written.sectionId, title: written.title, body: written.body })
    if (!result.ok) {
      setState({ kind: 'failed', failure: result })
      announce('Not saved')
      return false
    }
    if (unsaved.current !== written) return true
    unsaved.current = undefined
    setState(saved)
    announce('Saved')
    await clear.current()
    return true
  }, [send])

  const saveNow = useCallback(() => {
    clearTimeout(timer.current)
    pull.current?.()
    clearTimeout(timer.current)
    running.current = running.current.then(saveOnce)
    return running.current
  }, [saveOnce])

  const markUnsaved = useCallback(
    (written: Written) => {
      unsaved.current = written
      setState((now) => (now.kind === 'unsaved' ? now : { kind: 'unsaved' }))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void saveNow(), pauseMs)
    },
    [saveNow],
  )

  /** Words that were found: not saved by themselves, so that there is time to discard them. */
  const markFound = useCallback((written: Written) => {
    unsaved.current = written
    setState({ kind: 'unsaved' })
  }, [])

  const forget = useCallback(() => {
    clearTimeout(timer.current)
    unsaved.current = undefined
    setState(saved)
  }, [])

  const onAsk = useCallback((ask: (() => void) | undefined) => {
    pull.current = ask
  }, [])

  // Leaving the page asks nothing and saves.
  useEffect(() => () => void saveNow(), [saveNow])
  return { state, markUnsaved, markFound, saveNow, forget, onAsk }
}

interface Restoring {
  readonly document: Document
  readonly draft: Draft
  readonly values: () => unknown
  readonly onRestored: (written: Written) => void
  /** What was found is in the document, where it may have been on its way to; or its section is no more. */
  readonly onSaved: () => void
}

/** Opens the section that had been written in and not saved, with what had been written. */
function useRestored(restoring: Restoring): void {
  const { document, draft } = restoring
  const latest = useRef(restoring)
  useEffect(() => {
    latest.current = restoring
  })
  const { isRestored } = draft
  useEffect(() => {
    if (!isRestored) return
    const now = latest.current
    const written = writtenIn(now.values())
    // While the text stands still they are kept, and found when it is a draft again.
    if (written !== undefined && isToBeSaved(now.document, written) && now.document.status === 'draft')
      now.onRestored(written)
  }, [isRestored, document.status])
  useEffect(() => {
    if (!isRestored) return
    const { values, draft: found, onSaved } = latest.current
    const written = writtenIn(values())
    if (written !== undefined && isToBeSaved(document, written)) return
    onSaved()
    void found.clear()
  }, [isRestored, document])
}

/** Whether the section is there and says something else. */
function isToBeSaved(document: Document, { sectionId, title, body }: Written): boolean {
  const section = document.sections.find(({ id }) => id === sectionId)
  return section !== undefined && (section.title !== title || JSON.stringify(section.body) !== JSON.stringify(body))
}

function writtenIn(values: unknown): Written | undefined {
  const kept = zSectionDraft.safeParse(values)
  if (!kept.success || kept.data.body === '') return undefined
  const body = zRichText.safeParse(JSON.parse(kept.data.body))
  return body.success ? { sectionId: kept.data.sectionId, title: kept.data.title, body: body.data } : undefined
}
