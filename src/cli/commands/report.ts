import { basename, resolve } from 'node:path'
import { reportKinds, zReportFormat, zReportKind, type ReportFormat } from '../../shared/features/reports/model'
import { Refusal } from '../../shared/kernel/result'
import { parseYearLabel, zYearKind } from '../../shared/kernel/years'
import type { Binder } from '../../main/compose'
import { parseCommand, type Command } from '../command'

/** The training plan is a document of its own and no report of the year, but it is asked for in the same way. */
const PLAN = 'plan'
const kinds = [...zReportKind.options, PLAN]

interface Asked {
  readonly kind: string
  readonly startYear: number
  readonly by: string | undefined
  readonly format: ReportFormat
  readonly names: boolean
  readonly path: string
}

/** Writes a report, or the plan of a year. PDF needs the hidden window of a host, and so does Word with charts. */
export const reportCommand: Command = {
  name: 'report',
  usage:
    '<kind> --file S --year 2025/26 [--by academic|financial] --format pdf|docx|xlsx|csv|json --out FILE [--names]',
  does: 'Write a report to a file',
  async run(args, { binder }) {
    const options = parseCommand(args, {
      file: { type: 'string' },
      year: { type: 'string' },
      by: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
      names: { type: 'boolean' },
    })
    const kind = options.words[0]
    if (kind === undefined || !kinds.includes(kind))
      throw usage(`the kind of report is missing: ${kinds.join(', ')}`)
    const startYear = parseYearLabel(options.need('year'))
    if (startYear === undefined) throw new Refusal('year.invalid')
    const format = zReportFormat.safeParse(options.need('format'))
    if (!format.success) throw usage(`--format is one of ${zReportFormat.options.join(', ')}`)
    const path = resolve(options.need('out'))
    const names = options.values['names'] === true
    const asked: Asked = { kind, startYear, by: options.get('by'), format: format.data, names, path }
    const write = kind === PLAN ? planTo(asked) : reportTo(asked)
    binder.school.openAt(resolve(options.need('file')))
    const { report, byteCount } = await write(binder)
    const { title, period, totals } = report
    return { file: basename(path), format: format.data, byteCount, title, period, totals }
  },
}

const usage = (problem: string) => new Refusal('cli.usage', { problem })

function planTo({ startYear: year, by = 'academic', names, format, path }: Asked) {
  if (by !== 'academic') throw usage('a training plan is of an academic year')
  return (binder: Binder) => binder.plans.writeTo(path, { year, names, format })
}

function reportTo({ kind, startYear, by, names, format, path }: Asked) {
  const yearKind = zYearKind.safeParse(by ?? 'academic')
  if (!yearKind.success) throw usage('--by is academic or financial')
  const ask = { kind: zReportKind.parse(kind), year: { kind: yearKind.data, startYear }, options: { names } }
  return (binder: Binder) => binder.reports.writeTo(path, ask, format)
}

/** Lists the reports there are. */
export const reportsCommand: Command = {
  name: 'reports',
  usage: '',
  does: 'List the reports there are',
  run() {
    const plan = {
      title: 'Training plan',
      about: 'What staff are to learn in an academic year, for whom, when, at what cost, and where the money ends.',
    }
    return [...zReportKind.options.map((kind) => ({ kind, ...reportKinds[kind] })), { kind: PLAN, ...plan }]
  },
}
