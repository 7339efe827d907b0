import type { HandlersOf } from '../../../shared/kernel/channel'
import type { reportsContract } from '../../../shared/features/reports/contract'
import { reportKinds, sectionsOf, textSections, zReportKind } from '../../../shared/features/reports/model'
import type { SchoolDesk } from '../../db/school-desk'
import type { PrintJobs } from '../../documents/print-jobs'
import { listIssued, saveText, textsOf } from './repository'
import type { ReportsService } from './service'

export function reportsHandlers(
  reports: ReportsService,
  desk: SchoolDesk,
  jobs: PrintJobs,
): HandlersOf<typeof reportsContract> {
  return {
    'reports.kinds': () => ({ kinds: zReportKind.options.map((kind) => ({ kind, ...reportKinds[kind] })) }),
    'reports.years': () => reports.years(),
    'reports.gather': (ask) => {
      const written = new Map(textsOf(desk.read, ask).map((text) => [text.section, text.body]))
      const texts = sectionsOf[ask.kind].map((section) => ({
        section,
        ...textSections[section],
        body: written.get(section) ?? '',
      }))
      return { ...reports.gather(ask), texts }
    },
    'reports.saveText': (text) => {
      desk.write('reports.saveText', (db) => saveText(db, text))
      return {}
    },
    'reports.preview': async (ask) => ({ pdf: await reports.pdf(reports.report(ask)) }),
    'reports.print': async (ask) => ({ printed: await reports.print(ask) }),
    'reports.export': async ({ format, ...ask }) => ({ fileName: await reports.export(ask, format) }),
    'reports.issue': ({ reason, ...ask }) => reports.issue(ask, reason),
    'reports.issued': () => ({ issued: listIssued(desk.read) }),
    'reports.openIssued': ({ id, format }) => reports.issued(id, format),
    'reports.printIssued': async ({ id }) => ({ printed: await reports.printIssued(id) }),
    'reports.saveIssued': async ({ id, format }) => ({ fileName: await reports.saveIssued(id, format) }),
    'print.job': ({ token }) => jobs.taskOf(token),
    'print.ready': ({ token, charts }) => {
      jobs.ready(token, charts)
      return {}
    },
  }
}
