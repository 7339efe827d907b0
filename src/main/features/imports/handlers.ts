import type { HandlersOf } from '../../../shared/kernel/channel'
import { Refusal } from '../../../shared/kernel/result'
import type { importsContract } from '../../../shared/features/imports/contract'
import type { ImportKind } from '../../../shared/features/imports/model'
import type { Host } from '../../lib/host'
import type { ImportsService } from './service'

const titles: Readonly<Record<ImportKind, string>> = {
  staff: 'Choose a staff list',
  ledger: 'Choose a ledger export',
  gias: 'Choose a school register',
  workforce: 'Choose a school workforce file',
  catalogue: 'Choose a catalogue of courses',
  requests: 'Choose filled-in request files',
}
const tables = { name: 'CSV or Excel', extensions: ['csv', 'xlsx', 'tsv', 'txt'] }
const catalogues = { name: 'JSON, CSV or Excel', extensions: ['json', 'csv', 'xlsx', 'tsv', 'txt'] }

export function importsHandlers(
  imports: ImportsService,
  host: Host,
  onProgress: (progress: { task: string; done: number; of?: number }) => void,
): HandlersOf<typeof importsContract> {
  return {
    'imports.choose': async ({ kind }) => {
      const paths = await host.askOpenFiles({
        title: titles[kind],
        kinds: [kind === 'catalogue' ? catalogues : tables],
        several: kind === 'staff' || kind === 'ledger' || kind === 'catalogue' || kind === 'requests',
      })
      if (paths.length === 0) throw new Refusal('cancelled')
      const stage = imports.take(kind, paths)
      return { token: stage.token, files: stage.files.map(({ name }) => ({ name })) }
    },
    'imports.inspect': ({ token, files }) => imports.inspect(token, files),
    'imports.values': ({ token, file, options, column }) => imports.values(token, file, options, column),
    'imports.plan': (asked) =>
      imports.plan(asked, (done, of) =>
        onProgress({ task: 'imports.plan', done, ...(of === undefined ? {} : { of }) }),
      ),
    'imports.stop': ({ token }) => {
      imports.stop(token)
      return {}
    },
    'imports.rows': ({ token, status, offset, limit }) => imports.rows(token, status, offset, limit),
    'imports.commit': ({ token }) => imports.commitInSteps(token),
    'imports.discard': ({ token }) => {
      imports.forget(token)
      return {}
    },
    'imports.findPay': ({ token, scope }) => imports.findPay(token, scope),
    'imports.findSchool': ({ token, urn, name }) => imports.findSchool(token, { urn, name }),
  }
}
