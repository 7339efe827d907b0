import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { call, useEvent } from '../lib/contract-client'
import { isRecord } from '../lib/follow'
import { keepBeforeClosing } from '../lib/unkept'
import { Button } from './button'
import { firstField } from './first-field'
import type { KitForm } from './following'
import { Notice } from './notice'

export interface Draft {
  /** True when the form was filled from what had been typed and not saved. */
  readonly isRestored: boolean
  /** Back to what is saved; forgets the draft. */
  readonly discard: () => Promise<void>
  /** Forgets the draft and keeps what is in the form: after a save. */
  readonly clear: () => Promise<void>
}

const pauseMs = 400

/**
 * Keeps what is typed in a form (`drafts.save`) shortly after each change and when the page is left, and puts it back
 * when the form is opened again. Leaving asks nothing. `recordId` is the record's id, or `new`.
 */
export function useDraft<I extends FieldValues, O extends FieldValues>(
  form: KitForm<I, O>,
  formKey: string,
  recordId: string,
): Draft {
  const [isRestored, setRestored] = useState(false)
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; body: unknown } | undefined>(undefined)
  const key = useMemo(() => ({ form: formKey, recordId }), [formKey, recordId])

  // What was typed for the school before is no draft of the one that a double click has opened.
  const isOfAnother = useRef(false)
  useEvent('school.named', ({ refused }) => {
    if (refused === null) isOfAnother.current = true
  })

  const flush = useCallback(async () => {
    const waiting = pending.current
    if (waiting === undefined) return
    clearTimeout(waiting.timer)
    pending.current = undefined
    if (!isOfAnother.current) await call('drafts.save', { ...key, body: waiting.body })
  }, [key])

  useEffect(() => {
    let isLeft = false
    void call('drafts.get', key).then((result) => {
      if (isLeft || !result.ok || !isRecord(result.value.body) || form.formState.isDirty) return
      const { base, typed } = result.value.body
      if (isRecord(base) && isRecord(typed) && form.following.takeUp(base, typed)) setRestored(true)
      // What is kept by now is what was typed then: nothing is unsaved.
      else void call('drafts.clear', key)
    })
    const watching = form.watch((_values, change) => {
      if (change.name === undefined) return
      // Counted from the first change, not the last: whoever types without a pause is kept as well.
      const timer = pending.current?.timer ?? setTimeout(() => void flush(), pauseMs)
      // Cloned now: react-hook-form goes on using its own object.
      pending.current = { body: structuredClone({ base: form.following.base, typed: form.getValues() }), timer }
    })
    const release = keepBeforeClosing(flush)
    window.addEventListener('pagehide', flush)
    return () => {
      isLeft = true
      release()
      watching.unsubscribe()
      window.removeEventListener('pagehide', flush)
      void flush()
    }
  }, [form, key, flush])

  return useMemo(() => {
    const clear = async () => {
      if (pending.current !== undefined) clearTimeout(pending.current.timer)
      pending.current = undefined
      await call('drafts.clear', key)
      setRestored(false)
    }
    const discard = async () => {
      await clear()
      form.following.discard()
    }
    return { isRestored, clear, discard }
  }, [form, key, isRestored])
}

export interface DraftNoticeProps {
  readonly draft: Draft
  /** Where the focus goes once it is discarded, unless to the first field of the form that the notice stands in. */
  readonly focusAfter?: (() => HTMLElement | null) | undefined
}

/** "We kept what you had typed", with a way back to what is saved. Nothing when there was no draft. */
export function DraftNotice({ draft, focusAfter }: DraftNoticeProps) {
  const { isRestored } = draft
  const leftTo = useRef<(() => HTMLElement | null) | null>(null)
  useEffect(() => {
    if (isRestored || leftTo.current === null) return
    // The button goes with the draft: the focus goes to what the draft was of, not to the top of the window.
    const place = leftTo.current() ?? document.querySelector<HTMLElement>('main h1')
    place?.focus()
    leftTo.current = null
  }, [isRestored])
  if (!isRestored) return null
  const discard = (button: Element) => {
    const form = button.closest('form')
    leftTo.current = focusAfter ?? (() => form && (firstField(form) ?? form))
    void draft.discard()
  }
  return (
    <Notice
      tone="info"
      title="We kept what you had typed"
      action={
        <Button size="small" onPress={({ target }) => discard(target)}>
          Discard it
        </Button>
      }
    >
      It is not saved yet. Save it, or discard it to go back to what is saved.
    </Notice>
  )
}
