import { useEffect, useRef } from 'react'
import { useFormContext } from 'react-hook-form'
import { z } from 'zod'
import {
  textSections,
  zTextSection,
  type ReportKind,
  type TextSection,
} from '../../../../shared/features/reports/model'
import type { YearAsked } from '../../../../shared/kernel/years'
import { Button } from '../../../components/button'
import { DraftNotice, useDraft, type Draft } from '../../../components/draft'
import { TextArea } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { call, useWrite, type OutputFor } from '../../../lib/contract-client'
import { textsDraft } from '../lib/unsaved-texts'

const zBody = z.string().max(8000)
const zTexts = z.partialRecord(zTextSection, zBody)

interface ReportTextsProps {
  readonly kind: ReportKind
  readonly year: YearAsked
  readonly texts: OutputFor<'reports.gather'>['texts']
  /** The steps that the report proposes, to start from. */
  readonly proposed: readonly string[]
}

/** The words that people add to a report. The sentences with figures are made by themselves and cannot be edited. */
export function ReportTexts({ kind, year, texts, proposed }: ReportTextsProps) {
  const bodyOf = (section: TextSection) => texts.find((text) => text.section === section)?.body ?? ''
  const start = Object.fromEntries(zTextSection.options.map((section) => [section, bodyOf(section)])) as Record<
    TextSection,
    string
  >
  const form = useZodForm(zTexts, start)
  const kept = textsDraft({ kind, year })
  const draft = useDraft(form, kept.form, kept.recordId)
  const save = useWrite('reports.saveText', { saved: 'Text saved' })
  return (
    <Form
      form={form}
      draft={draft}
      label="Texts of the report"
      onSubmit={async (values) => {
        // Each changed text is a change of its own; the last one carries the message.
        const changed = texts.filter(({ section, body }) => (values[section] ?? '').trim() !== body.trim())
        for (const { section } of changed.slice(0, -1)) {
          const result = await call('reports.saveText', { kind, year, section, body: values[section] ?? '' })
          if (!result.ok) return result
        }
        const last = changed.at(-1)
        return last === undefined
          ? { ok: true, value: {} }
          : save.send({ kind, year, section: last.section, body: values[last.section] ?? '' })
      }}
    >
      <DraftNotice draft={draft} />
      {texts.map(({ section }) => (
        <TextArea
          key={section}
          name={section}
          label={textSections[section].title}
          hint={textSections[section].hint}
          rows={section === 'next-steps' ? 6 : 4}
        />
      ))}
      <FormActions submit="Save the texts">
        <DiscardTyped draft={draft} first={texts[0]?.section} />
        {proposed.length > 0 && texts.some(({ section }) => section === 'next-steps') && (
          <Button
            kind="quiet"
            onPress={() =>
              form.setValue('next-steps', proposed.join('\n'), { shouldDirty: true, shouldTouch: true })
            }
          >
            Start from the proposed steps
          </Button>
        )}
      </FormActions>
    </Form>
  )
}

interface DiscardTypedProps {
  readonly draft: Draft
  /** The text that stands first. */
  readonly first: TextSection | undefined
}

/** Takes back what was typed and not saved, now or another time. Nothing where all is saved. */
function DiscardTyped({ draft, first }: DiscardTypedProps) {
  const {
    formState: { isDirty },
    setFocus,
  } = useFormContext()
  const isDiscarded = useRef(false)
  useEffect(() => {
    // The button goes with what it discarded: the focus stays in the texts.
    if (!isDirty && isDiscarded.current && first !== undefined) setFocus(first)
    isDiscarded.current = false
  }, [isDirty, first, setFocus])
  if (!isDirty) return null
  const discard = () => {
    isDiscarded.current = true
    return draft.discard()
  }
  return (
    <Button kind="quiet" onPress={() => void discard()}>
      Discard what is not saved
    </Button>
  )
}
