import type { FileShape } from '../../shared/features/imports/model'
import type { ErrorCode } from '../../shared/kernel/error-codes'
import { zWordText, type WordText } from '../../shared/kernel/word-text'
import { Refusal, type ErrorFacts } from '../../shared/kernel/result'
import type {
  FormCells,
  FormJob,
  FromChild,
  InspectJob,
  ParseJob,
  RowBatch,
  RowsJob,
  RowsSummary,
  ToChild,
  WordJob,
} from './parse-job'
import { limitMarks } from './watchdog'

/** How a parsing process ended. */
export interface ChildEnd {
  /** What it wrote to standard error (its last few thousand characters). */
  readonly errors: string
}

/** One parsing process, whatever started it. */
export interface ParserChild {
  send(message: ToChild): void
  onMessage(listener: (message: FromChild) => void): void
  onEnd(listener: (end: ChildEnd) => void): void
  kill(): void
}

/** The port that starts parsing processes: filled by Electron's utility process, or by Node where there is no window. */
export interface ParserHost {
  start(): ParserChild
}

/** A process that says nothing for so long is taken to hang, whatever its own watch says. */
const silenceLimitMilliseconds = 20_000

/** Looks at the beginning of a file. Refuses with the code that the parsing process gives, or says how it died. */
export async function inspectFile(host: ParserHost, job: Omit<InspectJob, 'kind'>): Promise<FileShape> {
  const answer = await converse(host, { ...job, kind: 'inspect' }, () => undefined)
  if (answer.kind !== 'shape') throw new Refusal('import.unreadable')
  return answer.shape
}

/**
 * Reads the wanted columns of every row; `onBatch` is called in the order of the file, and the next batch is asked
 * for only when it has returned.
 */
export async function readRows(
  host: ParserHost,
  job: Omit<RowsJob, 'kind'>,
  onBatch: (batch: RowBatch) => void,
): Promise<RowsSummary> {
  const answer = await converse(host, { ...job, kind: 'rows' }, onBatch)
  if (answer.kind !== 'done') throw new Refusal('import.unreadable')
  return answer.summary
}

/** Reads a Word document. Refuses with the code that the parsing process gives, or says how it died. */
export async function readWordFile(host: ParserHost, job: Omit<WordJob, 'kind'>): Promise<WordText> {
  const answer = await converse(host, { ...job, kind: 'word' }, () => undefined)
  if (answer.kind !== 'word') throw new Refusal('import.unreadable')
  return zWordText.parse(answer.word)
}

/** Reads a small workbook whole. Refuses with the code that the parsing process gives, or says how it died. */
export async function readFormFile(host: ParserHost, job: Omit<FormJob, 'kind'>): Promise<FormCells> {
  const answer = await converse(host, { ...job, kind: 'form' }, () => undefined)
  if (answer.kind !== 'form') throw new Refusal('import.unreadable')
  return answer.form
}

type Answer = Extract<FromChild, { kind: 'shape' | 'done' | 'word' | 'form' }>

function converse(host: ParserHost, job: ParseJob, onBatch: (batch: RowBatch) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = host.start()
    let settled = false
    let timer = setTimeout(() => fail('import.too-slow'), silenceLimitMilliseconds)
    const settle = (finish: () => void): void => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      child.kill()
      finish()
    }
    const fail = (code: ErrorCode, facts?: ErrorFacts): void => settle(() => reject(new Refusal(code, facts)))
    child.onEnd((end) => fail(codeOfEnd(end)))
    child.onMessage((message) => {
      if (settled) return
      clearTimeout(timer)
      timer = setTimeout(() => fail('import.too-slow'), silenceLimitMilliseconds)
      if (message.kind === 'failed') fail(message.code, message.facts)
      else if (message.kind !== 'rows') settle(() => resolve(message))
      else {
        try {
          onBatch(message.batch)
          child.send({ kind: 'more' })
        } catch (cause) {
          settle(() => reject(cause instanceof Error ? cause : new Error(String(cause))))
        }
      }
    })
    child.send({ kind: 'start', job })
  })
}

/** Why a process ended that gave no answer. */
export function codeOfEnd(end: ChildEnd): ErrorCode {
  if (end.errors.includes(limitMarks.cpu)) return 'import.too-slow'
  if (end.errors.includes(limitMarks.memory) || /heap out of memory|allocation failed/i.test(end.errors))
    return 'import.too-heavy'
  return 'import.unreadable'
}

/** The environment of a parsing process: nothing of ours, only what Windows needs to start one. */
export function bareEnvironment(): Record<string, string> {
  const root = process.env['SystemRoot']
  return root === undefined ? {} : { SystemRoot: root }
}

export interface Watch {
  /** Stops the reading: the process is killed and the caller is refused `cancelled`. */
  readonly signal: AbortSignal
  /** Told of every batch: how many rows it holds, and how much of the file is behind it (0 to 1) where that is known. */
  readonly onRows: (count: number, share: number | undefined) => void
}

/** A host whose reading can be followed and stopped. */
export function watchedHost(host: ParserHost, watch: Watch): ParserHost {
  return {
    start: () => {
      const child = host.start()
      let tell: (message: FromChild) => void = () => undefined
      const stop = (): void => tell({ kind: 'failed', code: 'cancelled' })
      watch.signal.addEventListener('abort', stop, { once: true })
      return {
        ...child,
        onMessage: (listener) => {
          tell = listener
          child.onMessage((message) => {
            if (message.kind === 'rows') {
              const { rows, refused, share } = message.batch
              watch.onRows(rows.length + refused.length, share)
            }
            listener(message)
          })
        },
        kill: () => {
          watch.signal.removeEventListener('abort', stop)
          child.kill()
        },
      }
    },
  }
}
