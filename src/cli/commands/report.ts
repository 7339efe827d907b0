import { basename, resolve } from 'node:path'
import { reportKinds, zReportFormat, zReportKind } from '../../shared/features/reports/model'
import { Refusal } from '../../shared/kernel/result'
import { parseYearLabel, zYearKind } from '../../shared/kernel/years'
import { parseCommand, type Command } from '../command'

/** Writes a report. PDF and Word need the hidden window of a host; the other formats need none. */
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
    const kind = zReportKind.safeParse(options.words[0])
    if (!kind.success)
      throw new Refusal('cli.usage', {
        problem: `the kind of report is missing: ${zReportKind.options.join(', ')}`,
      })
    const startYear = parseYearLabel(options.need('year'))
    if (startYear === undefined) throw new Refusal('year.invalid')
    const yearKind = zYearKind.safeParse(options.get('by') ?? 'academic')
    if (!yearKind.success) throw new Refusal('cli.usage', { problem: '--by is academic or financial' })
    const format = zReportFormat.safeParse(options.need('format'))
    if (!format.success)
      throw new Refusal('cli.usage', { problem: `--format is one of ${zReportFormat.options.join(', ')}` })
    const path = resolve(options.need('out'))
    binder.school.openAt(resolve(options.need('file')))
    const ask = {
      kind: kind.data,
      year: { kind: yearKind.data, startYear },
      options: { names: options.values['names'] === true },
    }
    const { report, byteCount } = await binder.reports.writeTo(path, ask, format.data)
    return {
      file: basename(path),
      format: format.data,
      byteCount,
      title: report.title,
      period: report.period,
      totals: report.totals,
    }
  },
}

/** Lists the reports there are. */
export const reportsCommand: Command = {
  name: 'reports',
  usage: '',
  does: 'List the reports there are',
  run() {
    return zReportKind.options.map((kind) => ({ kind, ...reportKinds[kind] }))
  },
}
