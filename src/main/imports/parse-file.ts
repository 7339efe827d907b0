import { Refusal } from '../../shared/kernel/result'
import { checkFile, inspectCsv, readCsvRows } from './csv-read'
import { beginsAsJson, inspectJson, readJsonRows } from './json-read'
import { readForm } from './form-read'
import type { FromChild, ParseJob, RowBatch } from './parse-job'
import { notATable, readSample } from './text-encoding'
import { readWord } from './word-read'
import { inspectXlsx, readXlsxRows, workbookKind } from './xlsx-read'

/**
 * Opens one file and does what is asked of it: a look at its beginning, or all of its rows in batches through `send`.
 * The last message: what was found, or the code with which it is refused. Never throws.
 */
export async function parse(job: ParseJob, send: (batch: RowBatch) => Promise<void>): Promise<FromChild> {
  try {
    return await run(job, send)
  } catch (cause) {
    if (!(cause instanceof Refusal)) return { kind: 'failed', code: 'import.unreadable' }
    return { kind: 'failed', code: cause.code, ...(cause.facts ? { facts: cause.facts } : {}) }
  }
}

async function run(job: ParseJob, send: (batch: RowBatch) => Promise<void>): Promise<FromChild> {
  checkFile(job)
  if (job.kind === 'word') return { kind: 'word', word: await readWord(job) }
  if (job.kind === 'form') return { kind: 'form', form: await readForm(job) }
  const head = readSample(job.path, 4_096)
  const kind = workbookKind(head)
  if (kind === 'old') throw new Refusal('import.old-excel')
  const what = notATable(head)
  if (what !== undefined) throw new Refusal('import.not-a-table', { what })
  if (job.limits.takesJson === true && beginsAsJson(head)) {
    if (job.kind === 'inspect') return { kind: 'shape', shape: await inspectJson(job) }
    return { kind: 'done', summary: await readJsonRows(job, send) }
  }
  if (job.kind === 'inspect') {
    return { kind: 'shape', shape: kind === 'workbook' ? await inspectXlsx(job) : await inspectCsv(job) }
  }
  return {
    kind: 'done',
    summary: kind === 'workbook' ? await readXlsxRows(job, send) : await readCsvRows(job, send),
  }
}
