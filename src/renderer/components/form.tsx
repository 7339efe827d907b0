import { zodResolver } from '@hookform/resolvers/zod'
import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type FormEvent,
  type ReactNode,
} from 'react'
import { FormProvider, useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { Failure, Result } from '../../shared/kernel/result'
import { fieldMessage } from '../lib/field-message'
import { settled } from '../lib/read-anew'
import { Button, LinkButton } from './button'
import type { Draft } from './draft'
import { ErrorSummary, labelOf, problemsOf, type Problem } from './error-summary'
import { FormLabels, formWords, type FormWords } from './fields/form-labels'
import { Following, type KitForm } from './following'
import { FollowingContext } from './use-given'
import './form.css'

/** A schema whose input and output are plain records. */
export type FormSchema = z.ZodType<FieldValues, FieldValues>

/**
 * Values to start with. Every field of the schema has to be named, so that one added later cannot be forgotten here and
 * then be saved as empty over what is kept; a field that is still to be filled in is null.
 */
export type StartValues<S extends FormSchema> = { readonly [K in keyof z.input<S>]-?: z.input<S>[K] | null }

export type ZodForm<S extends FormSchema> = KitForm<z.input<S>, z.output<S>>

/**
 * A form checked by a zod schema; the submitted values are the schema's output, its transforms applied. `start` is asked
 * again whenever it is drawn: where the record has changed beneath it, what nobody typed in shows the record.
 */
export function useZodForm<S extends FormSchema>(schema: S, start: StartValues<S>): ZodForm<S> {
  const form = useForm<z.input<S>, unknown, z.output<S>>({
    resolver: zodResolver(schema),
    // Null stands for "not filled in yet": the schema refuses it when the field is needed.
    defaultValues: start as DefaultValues<z.input<S>>,
    shouldFocusError: false,
    mode: 'onSubmit',
    reValidateMode: 'onBlur',
  })
  const [followed] = useState(() => Object.assign(form, { following: new Following(form, start) }))
  useLayoutEffect(() => followed.following.startIs(start))
  return followed
}

export interface FormProps<I extends FieldValues, O extends FieldValues, T> {
  readonly form: KitForm<I, O>
  /** Sends the values; a failure's `fields` go beside the fields, its sentence on top. */
  readonly onSubmit: (values: O) => Promise<Result<T>>
  readonly onSaved?: (value: T) => void
  /** From `useDraft`: forgotten when the save has worked. */
  readonly draft?: Draft
  readonly label?: string
  readonly children: ReactNode
}

/** Whether the form around is on its way to the file. */
const FormSending = createContext(false)

/** A form that puts every refusal where the person can see and reach it; the summary takes the focus. */
export function Form<I extends FieldValues, O extends FieldValues, T>(props: FormProps<I, O, T>) {
  const { form } = props
  const [words] = useState(formWords)
  const { submit, isSending, refusals, failure, problems } = useSubmit(props, words)
  const summary = useRef<HTMLElement>(null)
  useEffect(() => {
    if (refusals > 0) summary.current?.focus()
  }, [refusals])
  const isShown = problems.length > 0 || failure !== undefined
  return (
    <FormProvider {...form}>
      <FormLabels value={words}>
        <form className="form" aria-label={props.label} noValidate onSubmit={(event) => void submit(event)}>
          {isShown && (
            <ErrorSummary
              ref={summary}
              problems={problems}
              failure={failure}
              onGo={(path) => form.setFocus(path as Parameters<typeof form.setFocus>[0])}
            />
          )}
          <FollowingContext value={form.following}>
            <FormSending value={isSending}>{props.children}</FormSending>
          </FollowingContext>
        </form>
      </FormLabels>
    </FormProvider>
  )
}

interface Outcome {
  /** How often it was refused: each takes the focus to what is said of it. */
  readonly refusals: number
  readonly failure: Failure | undefined
  readonly problems: readonly Problem[]
}

/** Sends the values, once at a time, and keeps what came of it. */
function useSubmit<I extends FieldValues, O extends FieldValues, T>(props: FormProps<I, O, T>, words: FormWords) {
  const { form, draft } = props
  const [outcome, setOutcome] = useState<Outcome>({ refusals: 0, failure: undefined, problems: [] })
  const [isSending, setSending] = useState(false)
  const isBusy = useRef(false)

  const show = (problems: readonly Problem[], failure: Failure | undefined) =>
    setOutcome(({ refusals }) => ({ refusals: refusals + 1, failure, problems }))
  const sendValues = async (values: O): Promise<Result<T>> => {
    const overtaken = form.following.tellClashes()
    if (overtaken.length > 0) return overtakenIn(overtaken)
    form.following.sending()
    setSending(true)
    try {
      const result = await props.onSubmit(values)
      form.following.sendingEnded(result.ok)
      return result
    } finally {
      setSending(false)
    }
  }
  const send = form.handleSubmit(
    async (values) => {
      const result = await sendValues(values)
      if (!result.ok) return show(refuse(form, result, words.labels), result)
      setOutcome(({ refusals }) => ({ refusals, failure: undefined, problems: [] }))
      await draft?.clear()
      props.onSaved?.(result.value)
    },
    (errors) => show(problemsOf(errors, words), undefined),
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    // A second press, or Enter, while the first is on its way would save twice.
    if (isBusy.current) return
    isBusy.current = true
    try {
      await settled()
      await send()
    } finally {
      isBusy.current = false
    }
  }
  return { ...outcome, submit, isSending }
}

/** What is kept in these fields changed after something else was typed there: said once, before it is overwritten. */
function overtakenIn(paths: readonly string[]): Failure {
  const code = 'form.overtaken'
  return { ok: false, code, fields: paths.map((path) => ({ path, code })) }
}

/** Puts main's refusal beside the fields it names. */
function refuse<I extends FieldValues, O extends FieldValues>(
  form: UseFormReturn<I, unknown, O>,
  failure: Failure,
  labels: ReadonlyMap<string, string>,
): readonly Problem[] {
  const known = (failure.fields ?? []).filter((field) => labels.has(field.path))
  return known.map((field) => {
    const text = fieldMessage({ message: field.code }, { ...failure.facts, ...field.facts }) ?? ''
    form.setError(field.path as Parameters<typeof form.setError>[0], { type: 'server', message: text })
    return { path: field.path, label: labelOf(labels, field.path), text }
  })
}

/** Fields beside each other where there is room. */
export function FormRow({ children }: { readonly children: ReactNode }) {
  return <div className="form-row">{children}</div>
}

/** A named group of fields in a longer form. */
export function FormPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="form-part">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

export interface FormActionsProps {
  /** Says what it does: "Save the provider". */
  readonly submit: string
  readonly cancelTo?: string
  readonly onCancel?: () => void
  /** What leaving is called where "Cancel" beside "Cancel the event" would be a riddle: "Keep it". */
  readonly leave?: string
  /** Quiet for a form that is not the page's main business. */
  readonly kind?: 'primary' | 'plain'
  readonly children?: ReactNode
}

/** The row of buttons at the end of a form, busy while it is sent; Cancel keeps the draft. */
export function FormActions({
  submit,
  cancelTo,
  onCancel,
  leave = 'Cancel',
  kind = 'primary',
  children,
}: FormActionsProps) {
  const isSending = useContext(FormSending)
  return (
    <div className="form-actions">
      <Button kind={kind} type="submit" isBusy={isSending}>
        {submit}
      </Button>
      {cancelTo !== undefined && (
        <LinkButton kind="quiet" to={cancelTo}>
          {leave}
        </LinkButton>
      )}
      {onCancel !== undefined && (
        <Button kind="quiet" onPress={onCancel}>
          {leave}
        </Button>
      )}
      {children}
    </div>
  )
}
