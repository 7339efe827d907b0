/**
 * The client of the contract for pages: reads that are followed, writes that refresh them. Types come from
 * shared/contract.ts; a channel that is not in it does not compile. Beside lib/call.ts the only file of the renderer
 * that touches `window.cpd`.
 */
import { keepPreviousData, QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ChannelName, InputFor, OutputFor } from '../../shared/contract'
import type { EventName, EventPayload } from '../../shared/kernel/events'
import type { Failure, Result } from '../../shared/kernel/result'
import { changeWords } from '../../shared/features/changes/words'
import { call } from './call'
import { changing, settling } from './read-anew'
import { dropUndone, showToast, withdrawUndo } from './toasts'
import { failureSentence } from './sentence'

export type { ChannelName, InputFor, OutputFor } from '../../shared/contract'
export { call } from './call'

/** A failure on its way through TanStack Query, which wants something thrown. */
export class CallFailed extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.name = 'CallFailed'
    this.failure = failure
  }
}

/**
 * One cache for the window. Local reads cost milliseconds and a stale figure is worse than a read, so nothing is
 * called fresh; what is on screen stays until its replacement has come.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 0, retry: false, refetchOnWindowFocus: false, networkMode: 'always' } },
  })
}

export interface ReadOptions {
  /** Wait until something is known, e.g. a chosen row. */
  readonly enabled?: boolean
  /** Keep showing the last answer while the next one (another year, another search) is on its way. */
  readonly keepPrevious?: boolean
}

export interface Read<T> {
  readonly data: T | undefined
  readonly failure: Failure | undefined
  readonly isPending: boolean
  readonly refresh: () => void
}

/** Reads a channel and follows it: it is asked again after any successful write and when the school changes. */
export function useRead<C extends ChannelName>(
  channel: C,
  input: InputFor<C>,
  options: ReadOptions = {},
): Read<OutputFor<C>> {
  // Wrapped, because TanStack's types cannot follow a generic output.
  const query = useQuery<{ readonly value: unknown }, Error>({
    queryKey: [channel, input],
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
    queryFn: async () => {
      const result = await call(channel, input)
      if (!result.ok) throw new CallFailed(result)
      return { value: result.value }
    },
  })
  const { refetch } = query
  const refresh = useCallback(() => void refetch(), [refetch])
  return {
    data: query.data?.value as OutputFor<C> | undefined,
    failure: failureOf(query.error),
    isPending: query.isPending,
    refresh,
  }
}

function failureOf(error: Error | null): Failure | undefined {
  if (error === null) return undefined
  return error instanceof CallFailed ? error.failure : { ok: false, code: 'internal' }
}

export interface WriteOptions<C extends ChannelName> {
  /** What the toast says: "Provider saved". Without it nothing is shown (a form says so itself). */
  readonly saved?: string | ((output: OutputFor<C>) => string)
  /** False where the change cannot be undone. */
  readonly undo?: boolean
  /** Say a failure in a toast. Forms do not need it: they show the failure in their summary. */
  readonly toastFailure?: boolean
}

export interface Write<C extends ChannelName> {
  readonly send: (input: InputFor<C>) => Promise<Result<OutputFor<C>>>
  readonly isSending: boolean
}

/** Sends a write. After a success every active read is refreshed; the promise settles when they have been. */
export function useWrite<C extends ChannelName>(channel: C, options: WriteOptions<C> = {}): Write<C> {
  const client = useQueryClient()
  const [isSending, setSending] = useState(false)
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const send = useCallback(
    async (input: InputFor<C>) => {
      setSending(true)
      try {
        const result = await changing(client, async () => {
          const answer = await call(channel, input)
          if (answer.ok && !channel.startsWith('drafts.')) withdrawUndo()
          return answer
        })
        report(result, latest.current, () => void undoNewest(client))
        return result
      } finally {
        setSending(false)
      }
    },
    [channel, client],
  )
  return { send, isSending }
}

function report<C extends ChannelName>(
  result: Result<OutputFor<C>>,
  options: WriteOptions<C>,
  undo: () => void,
): void {
  if (!result.ok) {
    if (options.toastFailure === true) showToast({ text: failureSentence(result), tone: 'bad' })
    return
  }
  if (options.saved === undefined) return
  const text = typeof options.saved === 'string' ? options.saved : options.saved(result.value)
  showToast(options.undo === false ? { text, tone: 'good' } : { text, tone: 'good', undo })
}

/** Undoes the newest change and says which it was: it may be one that is not on screen. */
export async function undoNewest(client: QueryClient): Promise<void> {
  const result = await settling(
    changing(client, async () => {
      const answer = await call('changes.undo', {})
      if (answer.ok) dropUndone()
      return answer
    }),
  )
  // One that names records stays until it is closed: they are to be looked for.
  if (!result.ok) {
    return showToast({ text: failureSentence(result), tone: result.records === undefined ? 'info' : 'bad' })
  }
  showToast({ text: `Undone: ${changeWords(result.value.channel)}`, tone: 'good' })
}

/** Listens to an event of the host for as long as the component is shown. */
export function useEvent<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): void {
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => window.cpd.on(event, (payload) => latest.current(payload as EventPayload<E>)), [event])
}
