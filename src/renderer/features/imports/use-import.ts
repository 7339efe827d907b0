import { useCallback, useEffect, useRef, useState } from 'react'
import type { ImportPlan, Where } from '../../../shared/features/imports/contract'
import type { Mapping, ReadOptions } from '../../../shared/features/imports/model'
import type { WizardKind } from './words'
import type { Failure, Result } from '../../../shared/kernel/result'
import { call, useWrite, type OutputFor } from '../../lib/contract-client'

export type Looked = OutputFor<'imports.inspect'>
export type Done = OutputFor<'imports.commit'>

/** How one file is read and which columns fill which fields, as chosen in the wizard. */
export interface FileChoice {
  readonly options: ReadOptions
  readonly mapping: Mapping
}

export type Step = 'choose' | 'columns' | 'preview' | 'done'

interface State {
  readonly step: Step
  readonly token: string | undefined
  readonly looked: Looked | undefined
  readonly choices: readonly FileChoice[]
  readonly where: readonly Where[]
  readonly plan: ImportPlan | undefined
  readonly done: Done | undefined
}

const start: State = {
  step: 'choose',
  token: undefined,
  looked: undefined,
  choices: [],
  where: [],
  plan: undefined,
  done: undefined,
}

export interface ImportFlow extends State {
  readonly failure: Failure | undefined
  /** What is being done, while it takes time: "Reading staff.csv". */
  readonly busy: string | undefined
  readonly choose: () => Promise<void>
  readonly read: (index: number, options: ReadOptions) => Promise<void>
  readonly map: (index: number, mapping: Mapping) => void
  readonly keepOnly: (where: readonly Where[]) => void
  readonly preview: (where?: readonly Where[]) => Promise<void>
  readonly commit: () => Promise<void>
  readonly back: () => void
  readonly restart: () => void
  /** Stops the reading under way. */
  readonly stop: () => void
}

type Attempt = <T>(what: string, work: () => Promise<Result<T>>) => Promise<T | undefined>

/** Does one thing at a time: says what while it lasts, and keeps the failure where it happened. */
function useAttempt() {
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState<string>()
  const attempt: Attempt = useCallback(async (what, work) => {
    setFailure(undefined)
    setBusy(what)
    const result = await work()
    setBusy(undefined)
    if (result.ok) return result.value
    if (result.code !== 'cancelled') setFailure(result)
    return undefined
  }, [])
  const forget = useCallback(() => setFailure(undefined), [])
  return { failure, busy, attempt, forget }
}

/** The wizard's way: choose, match, look over, done. A failure stays beside the step at which it happened. */
export function useImport(kind: WizardKind): ImportFlow {
  const [state, setState] = useState<State>(start)
  const { failure, busy, attempt, forget } = useAttempt()
  const send = useWrite('imports.commit')
  useForgottenFiles(state.token)
  return {
    ...state,
    ...readingSteps(kind, state, setState, attempt),
    failure,
    busy,
    map: (index, mapping) =>
      setState({ ...state, choices: replaced(state.choices, index, (choice) => ({ ...choice, mapping })) }),
    keepOnly: (where) => setState({ ...state, where }),
    commit: async () => {
      const { token } = state
      if (token === undefined) return
      const done = await attempt('Bringing it in', () => send.send({ token }))
      if (done) setState({ ...state, done, token: undefined, step: 'done' })
    },
    back: () => {
      forget()
      setState({ ...state, step: state.step === 'preview' ? 'columns' : 'choose' })
    },
    restart: () => {
      forget()
      setState(start)
    },
    stop: () => {
      if (state.token !== undefined) void call('imports.stop', { token: state.token })
    },
  }
}

/** The steps that read a file: choosing it, reading it another way, and planning. */
function readingSteps(
  kind: WizardKind,
  state: State,
  setState: (next: State) => void,
  attempt: Attempt,
): Pick<ImportFlow, 'choose' | 'read' | 'preview'> {
  const { token, choices } = state
  const names = state.looked?.files.map((file) => file.name).join(', ') ?? 'the file'
  return {
    choose: async () => {
      const chosen = await attempt('Waiting for a file', () => call('imports.choose', { kind }))
      if (!chosen) return
      const looked = await attempt('Looking at the file', () => call('imports.inspect', { token: chosen.token }))
      if (!looked) return
      const found = looked.files.map((file): FileChoice => ({ options: { header: 'auto' }, mapping: file.mapping }))
      setState({ ...start, step: 'columns', token: chosen.token, looked, choices: found })
    },
    read: async (index, options) => {
      if (token === undefined) return
      const files = replaced(choices, index, (choice) => ({ ...choice, options })).map((choice) => choice.options)
      const looked = await attempt('Looking at the file', () => call('imports.inspect', { token, files }))
      if (!looked) return
      const mapping = looked.files[index]?.mapping ?? {}
      setState({ ...state, looked, where: [], choices: replaced(choices, index, () => ({ options, mapping })) })
    },
    preview: async (where = state.where) => {
      if (token === undefined) return
      const input = {
        token,
        files: choices.map(({ options, mapping }) => ({ options, mapping })),
        where: where.map((one) => ({ ...one, values: [...one.values] })),
      }
      const plan = await attempt(`Reading ${names}`, () => call('imports.plan', input))
      if (plan) setState({ ...state, where, plan, step: 'preview' })
    },
  }
}

function replaced<T>(list: readonly T[], index: number, change: (item: T) => T): T[] {
  return list.map((item, at) => (at === index ? change(item) : item))
}

/** Files that were chosen and not brought in are forgotten when the wizard is left. */
function useForgottenFiles(token: string | undefined): void {
  const latest = useRef(token)
  useEffect(() => {
    latest.current = token
  })
  useEffect(
    () => () => {
      if (latest.current !== undefined) void call('imports.discard', { token: latest.current })
    },
    [],
  )
}
