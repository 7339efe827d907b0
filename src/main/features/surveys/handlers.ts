import type { Clock } from '../../../shared/kernel/clock'
import type { HandlersOf } from '../../../shared/kernel/channel'
import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import type { NewExpertise, WeighedExpertise } from '../../../shared/features/needs/expertise'
import type { NewNeed } from '../../../shared/features/needs/model'
import type { surveysContract } from '../../../shared/features/surveys/contract'
import type { ReadDb, WriteDb } from '../../db/handle'
import type { SchoolDesk } from '../../db/school-desk'
import type { Paper } from '../../documents/paper'
import type { ParserHost } from '../../imports/parser-process'
import type { Host } from '../../lib/host'
import { summaryOf } from './gather'
import { frameworksById, offersOf, type ShelvedForm, type ShelvedFramework } from './offers'
import { printForm, printSummary, saveFillFiles } from './paper'
import { expertiseOf, gapsWithNeeds, needsOf } from './raise'
import { answersOf, listRounds, namedSheets, roundOf, sheetLine, sheetRow } from './repository'
import { askStarters, beginRound, changeRound, removeRound } from './service'
import { removeSheet, saveSheet } from './sheets'
import { closeRound } from './slips'
import { TakeIn } from './take-in'

export interface SurveysNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly host: Host
  readonly parser: ParserHost
  readonly paper: Paper
  readonly forms: () => Promise<readonly ShelvedForm[]>
  readonly frameworks: () => Promise<readonly ShelvedFramework[]>
  /** Puts needs into their register; one that is open already with the same owner is given back as it is. */
  readonly raiseNeeds: (
    db: WriteDb,
    asked: readonly NewNeed[],
    hand: { readonly today: Day; readonly byPersonId: string | null },
  ) => readonly { readonly isNew: boolean }[]
  /** What the register of expertise says already of what was found, in the same order. */
  readonly weighExpertise: (db: ReadDb, found: readonly NewExpertise[]) => readonly WeighedExpertise[]
  /** Puts expertise into its register, but over nothing that was entered by hand; answers how many lines are new or changed. */
  readonly recordExpertise: (db: WriteDb, found: readonly NewExpertise[]) => number
  readonly onProgress: (progress: { task: string; done: number; of?: number }) => void
}

export function surveysHandlers(needs: SurveysNeeds): HandlersOf<typeof surveysContract> {
  const { desk, clock } = needs
  const today = () => clock.today()
  const takeIn = new TakeIn({ ...needs, today })
  return {
    ...roundHandlers(needs),
    ...needHandlers(needs),
    'surveys.sheet': ({ id }) => sheetOf(desk, id),
    'surveys.saveSheet': (input) => desk.write('surveys.saveSheet', (db) => saveSheet(db, input, today())),
    'surveys.removeSheet': ({ id }) => {
      desk.write('surveys.removeSheet', (db) => removeSheet(db, id))
      return {}
    },
    'surveys.print': ({ id, format }) => printForm(needs, id, format),
    'surveys.saveFiles': ({ id }) => saveFillFiles(needs, id),
    'surveys.readFiles': ({ id, from }) => takeIn.read(id, from),
    'surveys.takeIn': ({ token, leaveOut }) => {
      const done = desk.write('surveys.takeIn', (db) => takeIn.apply(db, token, leaveOut))
      takeIn.forget(token)
      return done
    },
    'surveys.summary': ({ id }) => summaryOf(desk.read, id, today()),
    'surveys.printSummary': ({ id, format }) => printSummary(needs, id, format),
  }
}

type RoundChannels = 'forms' | 'list' | 'begin' | 'change' | 'remove' | 'round' | 'askStarters' | 'close'

function roundHandlers(needs: SurveysNeeds): Pick<HandlersOf<typeof surveysContract>, `surveys.${RoundChannels}`> {
  const { desk, clock } = needs
  const shelf = () => desk.sameSchoolAfter(() => Promise.all([needs.forms(), needs.frameworks()]))
  return {
    'surveys.forms': async () => {
      const [forms, frameworks] = await shelf()
      return offersOf(desk.read, forms, frameworks, clock.today())
    },
    'surveys.list': () => ({ today: clock.today(), rounds: listRounds(desk.read, clock.today()) }),
    'surveys.begin': async (input) => {
      const [forms, frameworks] = await shelf()
      const found = forms.find(({ id }) => id === input.formId)
      if (!found) throw new Refusal('record.missing')
      const { packId, version } = found.from
      const shelved = {
        form: found.fields,
        packId,
        packVersion: version,
        frameworks: frameworksById(frameworks),
      }
      return { id: desk.write('surveys.begin', (db) => beginRound(db, input, shelved, clock.today())) }
    },
    'surveys.change': (input) => {
      desk.write('surveys.change', (db) => changeRound(db, input))
      return {}
    },
    'surveys.remove': ({ id }) => {
      desk.write('surveys.remove', (db) => removeRound(db, id))
      return {}
    },
    'surveys.askStarters': (asked) => {
      desk.write('surveys.askStarters', (db) => askStarters(db, asked, clock.today()))
      return {}
    },
    'surveys.close': ({ id }) => {
      desk.write('surveys.close', (db) => closeRound(db, id, clock.today()))
      return {}
    },
    'surveys.round': ({ id }) => roundOf(desk.read, id, clock.today()),
  }
}

type NeedChannels = 'gaps' | 'raise' | 'recordExpertise'

function needHandlers({
  desk,
  clock,
  raiseNeeds,
  weighExpertise,
  recordExpertise,
}: SurveysNeeds): Pick<HandlersOf<typeof surveysContract>, `surveys.${NeedChannels}`> {
  return {
    'surveys.gaps': ({ id }) => {
      const offered = expertiseOf(desk.read, id)
      const weighed = weighExpertise(
        desk.read,
        offered.map(({ expertise }) => expertise),
      )
      const offers = offered.flatMap(({ key, name, expertise: { subject, level } }, index) => {
        const already = weighed[index]
        return already === undefined ? [] : [{ key, name, subject, level, ...already }]
      })
      return { gaps: gapsWithNeeds(desk.read, id, clock.today()), offers }
    },
    'surveys.raise': ({ id, ...chosen }) => {
      const asked = needsOf(desk.read, id, { ...chosen, today: clock.today() })
      const hand = { today: clock.today(), byPersonId: desk.actingPersonId ?? null }
      const raised = desk.write('surveys.raise', (db) => raiseNeeds(db, asked, hand))
      const fresh = raised.filter(({ isNew }) => isNew).length
      return { raised: fresh, already: raised.length - fresh }
    },
    'surveys.recordExpertise': ({ id, keys }) => {
      const wanted = new Set(keys)
      const found = expertiseOf(desk.read, id).flatMap((one) => (wanted.has(one.key) ? [one.expertise] : []))
      return { recorded: desk.write('surveys.recordExpertise', (db) => recordExpertise(db, found)) }
    },
  }
}

/** One sheet with its answers. Throws Refusal `record.missing`. */
function sheetOf(desk: SchoolDesk, id: string) {
  const row = sheetRow(desk.read, id)
  const named = namedSheets(desk.read, row.round_id).find((sheet) => sheet.id === id)
  if (!named) throw new Refusal('record.missing')
  return { ...sheetLine(named), roundId: row.round_id, groupId: row.staff_group_id, answers: answersOf(row) }
}
