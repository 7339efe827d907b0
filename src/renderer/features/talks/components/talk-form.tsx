import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import type { Talk, TalkKind } from '../../../../shared/features/talks/model'
import { kindRoutes, kindWords } from '../../../../shared/features/talks/words'
import { DraftNotice, useDraft } from '../../../components/draft'
import type { KitForm } from '../../../components/following'
import { Form, FormActions } from '../../../components/form'
import { useWrite } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'

interface TalkFormProps<I extends FieldValues, O extends Talk> {
  readonly kind: TalkKind
  readonly form: KitForm<I, O>
  /** The record; null for a new one. */
  readonly id: string | null
  /** What is sent of what was typed, where that is not the same. */
  readonly toSend?: (values: O) => O
  /** Where to go with what was saved; to its page when left out. */
  readonly goOn?: (id: string) => string
  readonly submit?: string
  readonly extra?: ReactNode
  readonly children: ReactNode
}

/** The frame of every form of a talk: it keeps what is typed, saves it, and goes to the record. */
export function TalkForm<I extends FieldValues, O extends Talk>(props: TalkFormProps<I, O>) {
  const { kind, id, form, goOn, toSend } = props
  const { save: submit } = kindWords[kind]
  const route = kindRoutes[kind]
  const draft = useDraft(form, `talks.${kind}`, id ?? 'new')
  const save = useWrite('talks.save', { saved: 'Saved' })
  return (
    <Form
      form={form}
      draft={draft}
      label={kindWords[kind].one}
      onSubmit={(values) => save.send({ talk: toSend?.(values) ?? values })}
      onSaved={(saved) => navigate(goOn?.(saved.id) ?? `${route}/${saved.id}`)}
    >
      <DraftNotice draft={draft} />
      {props.children}
      <FormActions submit={props.submit ?? submit} cancelTo={id === null ? route : `${route}/${id}`}>
        {props.extra}
      </FormActions>
    </Form>
  )
}
