import { z } from 'zod'

/** A channel's kind: a `read` changes nothing, a `write` is one change in the log, a `host` asks the host for a window, a path or a file. */
export type ChannelKind = 'read' | 'write' | 'host'

export interface Channel<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: ChannelKind
  /** One plain sentence, shown by `cpd-binder channels`. */
  readonly does: string
  readonly input: I
  readonly output: O
}

const make =
  (kind: ChannelKind) =>
  <I extends z.ZodType, O extends z.ZodType>(does: string, input: I, output: O): Channel<I, O> => ({
    kind,
    does,
    input,
    output,
  })

export const read = make('read')
export const write = make('write')
export const host = make('host')

/** The input of a channel that takes nothing. */
export const zNothing = z.object({}).strict()

export type ContractShape = Readonly<Record<string, Channel>>
/** What a caller may send (before defaults are filled in). */
export type InputOf<C extends Channel> = z.input<C['input']>
/** What a handler receives (validated, defaults filled in). */
export type ParsedInputOf<C extends Channel> = z.output<C['input']>
export type OutputOf<C extends Channel> = z.output<C['output']>
/** One function per channel of a contract; types are derived, never retyped. */
export type HandlersOf<C extends ContractShape> = {
  readonly [K in keyof C]: (input: ParsedInputOf<C[K]>) => OutputOf<C[K]> | Promise<OutputOf<C[K]>>
}
