/**
 * The process in which files made by others are parsed: it opens one file, reads it, and ends. It knows no domain, no
 * database and no network. Started by the parent through a port (parser-process.ts); a watching thread kills it at
 * its limits.
 */
import { Refusal } from '../../shared/kernel/result'
import { checkFile, inspectCsv, readCsvRows } from './csv-read'
import type { FromChild, ParseJob, RowBatch, ToChild } from './parse-job'
import { notATable, readSample } from './text-encoding'
import { startWatchdog } from './watchdog'
import { inspectXlsx, readXlsxRows, workbookKind } from './xlsx-read'

/** The parent's side of Electron's utility process, as far as it is used here. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

const port = (process as { readonly parentPort?: ParentPort }).parentPort

function post(message: FromChild): void {
  if (port) port.postMessage(message)
  else process.send?.(message)
}

function onMessage(listener: (message: ToChild) => void): void {
  if (port) port.on('message', (event) => listener(event.data as ToChild))
  else process.on('message', (message) => listener(message as ToChild))
}

/** Batches on their way that the parent has not asked beyond; more wait here, so that memory stays flat. */
const batchesAhead = 4
let underway = 0
let waiting: (() => void) | undefined

async function send(batch: RowBatch): Promise<void> {
  post({ kind: 'rows', batch })
  underway += 1
  if (underway >= batchesAhead) await new Promise<void>((resolve) => (waiting = resolve))
}

async function run(job: ParseJob): Promise<FromChild> {
  checkFile(job)
  const head = readSample(job.path, 4_096)
  const kind = workbookKind(head)
  if (kind === 'old') throw new Refusal('import.old-excel')
  const what = notATable(head)
  if (what !== undefined) throw new Refusal('import.not-a-table', { what })
  if (job.kind === 'inspect') {
    return { kind: 'shape', shape: kind === 'workbook' ? await inspectXlsx(job) : await inspectCsv(job) }
  }
  return {
    kind: 'done',
    summary: kind === 'workbook' ? await readXlsxRows(job, send) : await readCsvRows(job, send),
  }
}

async function answer(job: ParseJob): Promise<void> {
  try {
    post(await run(job))
  } catch (cause) {
    if (cause instanceof Refusal)
      post({ kind: 'failed', code: cause.code, ...(cause.facts ? { facts: cause.facts } : {}) })
    else post({ kind: 'failed', code: 'import.unreadable' })
  }
}

startWatchdog()
onMessage((message) => {
  if (message.kind === 'start') void answer(message.job)
  else {
    underway -= 1
    waiting?.()
    waiting = undefined
  }
})
