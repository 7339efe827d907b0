import type { Clock } from '../../../shared/kernel/clock'
import type { HandlersOf } from '../../../shared/kernel/channel'
import { Refusal } from '../../../shared/kernel/result'
import type { OnPaper, PaperFormat } from '../../../shared/features/packs/library'
import { chartAsReport } from '../../../shared/features/responsibilities/as-report'
import type { responsibilitiesContract } from '../../../shared/features/responsibilities/contract'
import type { SchoolDesk } from '../../db/school-desk'
import { profileOn } from '../../db/school-years'
import type { Paper } from '../../documents/paper'
import { safeFileName } from '../../lib/files'
import { chartOf, type Role } from './chart'
import { changeHolder, giveDuties, removeHolder } from './service'

export interface ResponsibilitiesNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly paper: Paper
  /** The roles of every layer, with their responsibilities. */
  readonly roles: () => Promise<readonly Role[]>
}

export function responsibilitiesHandlers(
  needs: ResponsibilitiesNeeds,
): HandlersOf<typeof responsibilitiesContract> {
  const { desk, clock } = needs
  const roles = () => desk.sameSchoolAfter(needs.roles)
  return {
    'responsibilities.chart': async () => {
      const found = await roles()
      return chartOf(desk.read, found, clock.today())
    },
    'responsibilities.give': async (input) => {
      const found = await roles()
      const known = new Set(found.flatMap(dutiesOf))
      if (input.duties.some(({ roleId, dutyId }) => !known.has(`${roleId} ${dutyId}`)))
        throw new Refusal('record.missing')
      return desk.write('responsibilities.give', (db) => giveDuties(db, input))
    },
    'responsibilities.change': (input) => {
      desk.write('responsibilities.change', (db) => changeHolder(db, input))
      return {}
    },
    'responsibilities.remove': ({ id }) => {
      desk.write('responsibilities.remove', (db) => removeHolder(db, id))
      return {}
    },
    'responsibilities.print': ({ format }) => onPaper(needs, format),
  }
}

const dutiesOf = ({ id, fields }: Role): string[] =>
  fields.areas.flatMap((area) => area.responsibilities.map((duty) => `${id} ${duty.id}`))

/** Prints the chart or saves it. Throws Refusals `cancelled`, `print.failed`, `record.changed`, `file.*`. */
async function onPaper(
  { desk, clock, paper, roles }: ResponsibilitiesNeeds,
  format: PaperFormat,
): Promise<OnPaper> {
  const found = await desk.sameSchoolAfter(roles)
  const today = clock.today()
  const schoolName = profileOn(desk.read, today)?.name ?? ''
  const report = chartAsReport(chartOf(desk.read, found, today), { schoolName, today })
  if (format === 'print') return { printed: await paper.print(report), fileName: null }
  const content = await paper.bytes(report, format)
  const suggestedName = `${safeFileName(`${schoolName}, ${report.title}`)}.${format}`
  return {
    printed: false,
    fileName: await paper.saveAs(content, { title: 'Save the chart', suggestedName, format }),
  }
}
