import type { HandlersOf } from '../../../shared/kernel/channel'
import { Refusal } from '../../../shared/kernel/result'
import type { ledgerContract } from '../../../shared/features/costs/ledger-contract'
import { proposedKind } from '../../../shared/features/costs/ledger-rules'
import type { FinanceCodes } from '../../../shared/features/packs/model'
import type { SchoolDesk } from '../../db/school-desk'
import { countByStatus, ledgerLine, ledgerTotals, listLedger } from './ledger-repository'
import { acceptLine, linkLine, setLineAside, suggestionsFor, unlinkLine } from './ledger-service'
import { splitVat, vatWarningFor } from './ledger-vat'

/** Most ledger lines that one list gives. */
const MOST_LINES = 5000

export function ledgerHandlers(
  desk: SchoolDesk,
  codes: () => FinanceCodes,
  mostLines = MOST_LINES,
): HandlersOf<typeof ledgerContract> {
  return {
    'ledger.list': (filter) => {
      const lines = listLedger(desk.read, filter, mostLines)
      const all = ledgerTotals(desk.read, filter)
      return {
        lines,
        more: all.lines - lines.length,
        totals: all.totals,
        counts: countByStatus(desk.read, filter),
      }
    },
    'ledger.get': ({ id }) => {
      const line = ledgerLine(desk.read, id)
      if (!line) throw new Refusal('record.missing')
      return {
        line,
        suggestions: line.status === 'unmatched' ? suggestionsFor(desk.read, line) : [],
        proposedKind: proposedKind(line, codes()),
        vatWarning: line.status === 'linked' ? vatWarningFor(desk.read, line) : null,
      }
    },
    'ledger.link': ({ id, costLineId }) => desk.write('ledger.link', (db) => linkLine(db, id, costLineId)),
    'ledger.splitVat': ({ id }) => {
      desk.write('ledger.splitVat', (db) => splitVat(db, id))
      return {}
    },
    'ledger.accept': ({ ids, ...as }) => ({
      costLineIds: desk.write('ledger.accept', (db) => ids.map((id) => acceptLine(db, id, as, codes()))),
    }),
    'ledger.setAside': ({ ids }) => {
      desk.write('ledger.setAside', (db) => ids.forEach((id) => setLineAside(db, id)))
      return {}
    },
    'ledger.unlink': ({ ids }) => {
      desk.write('ledger.unlink', (db) => ids.forEach((id) => unlinkLine(db, id)))
      return {}
    },
  }
}
