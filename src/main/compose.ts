import type { Clock } from '../shared/kernel/clock'
import type { EventPayload } from '../shared/kernel/events'
import type { ReportFacts } from '../shared/features/reports/facts'
import type { YearAsked } from '../shared/kernel/years'
import type { ReadDb } from './db/handle'
import { offeredHandlers } from './compose-opportunities'
import { approveOnPaper, planningHandlers } from './compose-plan'
import { activityHandlers, requestHandlers, requestsImport } from './compose-requests'
import { policyOf, tablesOfOthers } from './compose-quoted'
import { SchoolDesk } from './db/school-desk'
import { daysOfYear, profileOn } from './db/school-years'
import { logoOf } from './documents/logo'
import { Paper, type WordWriter } from './documents/paper'
import { PrintJobs } from './documents/print-jobs'
import { peopleOn } from './features/activities/people-on-day'
import { historyOf } from './features/activities/person-history'
import { backupHandlers } from './features/backup/handlers'
import { BackupService } from './features/backup/service'
import { BackupStore } from './features/backup/store'
import { binderHandlers } from './features/binder/handlers'
import { budgetsHandlers } from './features/budgets/handlers'
import { changesHandlers } from './features/changes/handlers'
import { costsHandlers } from './features/costs/handlers'
import { ledgerHandlers } from './features/costs/ledger-handlers'
import { entitlementsHandlers } from './features/entitlements/handlers'
import { evaluationHandlers } from './features/evaluation/handlers'
import { documentsHandlers } from './features/documents/handlers'
import { DocumentsPaper } from './features/documents/paper'
import { applyImportedLedger, existingIdentities, ledgerIdentifier } from './features/costs/ledger-import'
import type { ProgramData } from '../shared/features/packs/data'
import { builtInData } from './features/packs/built-in'
import { DataInUse } from './features/packs/data-in-use'
import { raiseNeeds } from './features/needs/raise'
import { inductionHandlers } from './features/induction/handlers'
import { mentoringHandlers } from './features/mentoring/handlers'
import { responsibilitiesHandlers } from './features/responsibilities/handlers'
import { recordExpertise, weighExpertise } from './features/needs/expertise'
import { handOf, needsHandlers } from './features/needs/handlers'
import { importsHandlers } from './features/imports/handlers'
import { ImportsService } from './features/imports/service'
import { itemsForBinder, textsForBinder } from './features/packs/for-binder'
import { applyCatalogue, groupsByName, planCatalogue } from './features/opportunities/import'
import { packsHandlers, type PacksNeeds } from './features/packs/handlers'
import type { PlanFiles } from './features/plan/handlers'
import { Shelf } from './features/packs/shelf'
import { buildPack, checkPack, diffPacks, packSchemas } from './features/packs/tools'
import { pcHandlers, type About } from './features/pc/handlers'
import { gatherEvidence, gatherFacts } from './features/reports/gather'
import { reportsHandlers } from './features/reports/handlers'
import { ReportsService } from './features/reports/service'
import { provisionHandlers } from './features/provision/handlers'
import { providerNamed } from './features/provision/service'
import { fillSample } from './features/sample/fill-sample'
import { addMissingStaffGroups, fillNewSchool } from './features/school/create'
import { schoolHandlers } from './features/school/handlers'
import { prioritiesHandlers } from './features/priorities/handlers'
import { staffHandlers } from './features/staff/handlers'
import { saveProfile } from './features/school/repository'
import { SchoolService } from './features/school/service'
import { searchHandlers } from './features/search/handlers'
import { talksHandlers } from './features/talks/handlers'
import { todayHandlers } from './features/today/handlers'
import { listTasks } from './features/today/tasks'
import { surveysHandlers } from './features/surveys/handlers'
import { staffImport } from './features/staff/import'
import type { Sealer } from './db/backup-steps'
import type { ParserHost } from './imports/parser-process'
import { makeDispatch, type AllHandlers, type Dispatch } from './ipc/dispatch'
import type { Host } from './lib/host'
import { PcSettingsStore } from './lib/pc-settings-store'
import { placesUnder, type Places } from './lib/places'
import { standardsOfPacks } from './standards-of-packs'

export interface ComposeNeeds {
  readonly clock: Clock
  /** The PC's local application data folder of this program. */
  readonly dataFolder: string
  readonly host: Host
  /** Starts the processes in which files made by others are read. */
  readonly parser: ParserHost
  /** Packs and checks backups beside the window; in this process when left out. */
  readonly sealer?: Sealer
  /** Writes Word files beside the window; in this process when left out. */
  readonly wordWriter?: WordWriter
  readonly about: About
  readonly checkOutput: boolean
  /** Told how far long work is. */
  readonly onProgress?: (progress: EventPayload<'progress'>) => void
  readonly onBug: (channel: string, error: unknown) => void
}

export interface Binder {
  readonly dispatch: Dispatch
  readonly desk: SchoolDesk
  readonly school: SchoolService
  readonly backups: BackupService
  readonly reports: ReportsService
  readonly plans: PlanFiles
  readonly imports: ImportsService
  /** For those who write content: no school file is asked. */
  readonly packs: typeof packTools
  readonly places: Places
}

const packTools = { check: checkPack, build: buildPack, diff: diffPacks, schemas: packSchemas }

/**
 * Builds every service once and joins them to the contract. The window (index.ts) and the command line (cli) both
 * start here, so they cannot differ. A service that needs another receives it here.
 */
export function compose(needs: ComposeNeeds): Binder {
  const { clock, host } = needs
  const places = placesUnder(needs.dataFolder)
  const pc = new PcSettingsStore(places.settingsFile)
  const desk = new SchoolDesk()
  const { backups, school } = fileServices(needs, { desk, places, pc })
  const jobs = new PrintJobs(host, () => logoOnPaper(school.logo()))
  const paper = new Paper(host, jobs, (path) => desk.isOpenAt(path), needs.wordWriter)
  // The texts of the packs are most of what the program has to say: they are loaded by the first who reads.
  const shelf = new Shelf(desk, async () => (await import('./features/packs/built-in-content')).readBuiltInPacks())
  const layers = new DataInUse(desk, shelf)
  const data = () => layers.now()
  const financeCodes = () => data().financeCodes
  const reports = new ReportsService({ desk, clock, financeCodes, jobs, paper })
  const imports = importsService(needs, desk, data, backups)
  // The figures of a year, read one way for the report, Today and the money pages.
  const factsOf = (db: ReadDb, year: YearAsked) =>
    gatherFacts(db, { kind: 'governors', year, options: { names: false } }, { clock, financeCodes })
  const evidenceOf = (db: ReadDb, year: YearAsked) => gatherEvidence(db, { year }, { clock, financeCodes })
  const plans = planningHandlers({ desk, clock, paper, data, factsOf })
  const handlers: AllHandlers = {
    ...schoolHandlers(school, desk, pc, host),
    ...changesHandlers(desk, clock),
    ...prioritiesHandlers(desk, clock),
    ...staffHandlers(desk, clock),
    ...backupHandlers(backups, desk, host, clock, (recentKey) => school.placeOf(recentKey)),
    ...searchHandlers(desk),
    ...todayHandlers({ desk, clock, factsOf, evidenceOf }),
    ...provisionHandlers(desk),
    ...activityHandlers({ desk, clock, data }),
    ...requestHandlers({ desk, clock, data, shelf, factsOf, paper, policy: () => policyOf(data()) }),
    ...evaluationHandlers({ desk, clock, evidenceOf }),
    ...costsHandlers(desk, financeCodes),
    ...ledgerHandlers(desk, financeCodes),
    ...budgetsHandlers({ desk, factsOf, years: () => reports.years() }),
    ...importsHandlers(imports, host, needs.onProgress ?? (() => undefined)),
    ...libraryHandlers(needs, { desk, paper, shelf, data, beneathOwn: () => layers.beneathOwn() }),
    ...textHandlers({ desk, clock, host, parser: needs.parser, paper, shelf, factsOf, data }),
    ...offeredHandlers({ desk, clock, paper, data, shelf, factsOf }),
    ...plans.handlers,
    ...promiseHandlers({ desk, clock, paper, shelf, data }),
    ...needHandlers({ desk, clock, paper, shelf, data }),
    ...formHandlers(needs, { desk, paper, shelf }),
    ...reportsHandlers(reports, desk, jobs),
    ...pcHandlers(pc, desk, needs.about, host),
  }
  return {
    dispatch: makeDispatch(handlers, needs),
    desk,
    school,
    backups,
    imports,
    reports,
    plans: plans.files,
    packs: packTools,
    places,
  }
}

const logoOnPaper = (logo: ReturnType<SchoolService['logo']>) => logo && logoOf(logo.mediaType, logo.content)

interface TextNeeds extends Pick<ComposeNeeds, 'clock' | 'host' | 'parser'> {
  readonly desk: SchoolDesk
  readonly paper: Paper
  readonly shelf: Shelf
  readonly factsOf: (db: ReadDb, year: YearAsked) => ReportFacts
}

/** What packs bring to a school that is handed one: texts to read, and data that the program works with. */
function libraryHandlers(
  { clock, host, about }: ComposeNeeds,
  lies: Pick<PacksNeeds, 'desk' | 'paper' | 'shelf' | 'data' | 'beneathOwn'>,
) {
  return packsHandlers({
    ...lies,
    clock,
    host,
    appVersion: about.version,
    addStaffGroups: (db, pack) => addMissingStaffGroups(db, pack, clock),
  })
}

/** The binder's contents and the school's documents: both are made of what lies on the shelf. */
function textHandlers({ desk, clock, host, parser, paper, shelf, factsOf, data }: TextNeeds & WithData) {
  const quoted = { desk, clock, factsOf, historyOf: historyOfYear, tablesOf: tablesOfOthers(shelf, data) }
  return {
    ...documentsHandlers({
      ...quoted,
      host,
      parser,
      paper: new DocumentsPaper({ ...quoted, paper }),
      templates: () => shelf.all(['template']),
      ready: () => shelf.load(),
    }),
    ...binderHandlers({
      desk,
      clock,
      paper,
      texts: () => textsForBinder(shelf),
      items: () => itemsForBinder(shelf),
      waiting: listTasks,
    }),
  }
}

/** What the school promises its people and who looks after them: made of what lies on the shelf as well. */
function promiseHandlers({
  desk,
  clock,
  paper,
  shelf,
  data,
}: Omit<TextNeeds, 'factsOf' | 'host' | 'parser'> & WithData) {
  const types = () => data().typology.types
  const policy = () => policyOf(data())
  return {
    ...mentoringHandlers(desk, clock),
    ...inductionHandlers({ desk, clock, checklists: () => shelf.all(['checklist']) }),
    ...responsibilitiesHandlers({ desk, clock, paper, roles: () => shelf.all(['role']) }),
    ...entitlementsHandlers({ desk, clock, paper, rules: () => shelf.all(['entitlement']), types, policy }),
  }
}

/** Needs, and the talks in which they are found. */
function needHandlers({ desk, clock, paper, shelf, data }: Parameters<typeof promiseHandlers>[0]) {
  return {
    ...needsHandlers({
      desk,
      clock,
      paper,
      types: () => data().typology.types,
      peopleOn,
      standards: () => standardsOfPacks(shelf),
    }),
    ...talksHandlers({
      desk,
      clock,
      paper,
      staffOn: peopleOn,
      historyOf,
      raise: (db, needs) => raiseNeeds(db, needs, handOf(desk, clock)),
      qualifications: () => shelf.all(['qualification']),
    }),
  }
}

/** Forms that find needs: asked in rounds, given back on paper and in files. */
function formHandlers({ clock, host, parser, onProgress }: ComposeNeeds, { desk, paper, shelf }: FormNeeds) {
  return surveysHandlers({
    desk,
    clock,
    host,
    parser,
    paper,
    forms: () => shelf.all(['form']),
    frameworks: () => shelf.all(['framework']),
    onProgress: onProgress ?? (() => undefined),
    raiseNeeds,
    weighExpertise,
    recordExpertise,
  })
}

type FormNeeds = Pick<TextNeeds, 'desk' | 'paper' | 'shelf'>

/** What a person went to in a year of this school. */
const historyOfYear = (db: ReadDb, personId: string, year: YearAsked) =>
  historyOf(db, personId, daysOfYear(db, year))

/** What packs say that is no text, as the open school has it. */
interface WithData {
  readonly data: () => ProgramData
}

interface Kept {
  readonly desk: SchoolDesk
  readonly places: Places
  readonly pc: PcSettingsStore
}

/** The two that hold the file: each needs the other (a backup before a migration, a file opened after a restore). */
function fileServices({ clock, about, sealer }: ComposeNeeds, { desk, places, pc }: Kept) {
  const backups: BackupService = new BackupService({
    desk,
    clock,
    pc,
    store: new BackupStore(places.backups),
    appVersion: about.version,
    seal: sealer,
    openAt: (path) => void school.openAt(path),
  })
  const school = new SchoolService({
    desk,
    clock,
    places,
    pc,
    staffGroups: () => builtInData().staffGroups,
    fillSample: (file) =>
      fillSample(file, {
        clock,
        typology: builtInData().typology,
        codes: builtInData().financeCodes,
        startSchool: (db, school) => fillNewSchool(db, school, builtInData().staffGroups, clock),
        approvePlan: (db, planId, approval) => approveOnPaper(clock, builtInData())(db, planId, approval),
      }),
    openOptions: { clock, beforeMigration: (database, path) => backups.beforeMigration(database, path) },
  })
  return { backups, school }
}

/** Imports write through the features that own the tables. */
function importsService(
  { clock, parser }: ComposeNeeds,
  desk: SchoolDesk,
  data: () => ProgramData,
  backups: BackupService,
): ImportsService {
  return new ImportsService({
    desk,
    clock,
    parser,
    backUp: () => void backups.make('before-import'),
    backUpInSteps: async () => void (await backups.makeInSteps('before-import')),
    staff: staffImport(() => ({ groups: data().staffGroups.groups, earlyCareer: data().careers.earlyCareer })),
    ledger: { identifier: ledgerIdentifier, existing: existingIdentities, apply: applyImportedLedger },
    school: { profileOn, saveProfile },
    catalogue: {
      groupsByName,
      plan: planCatalogue,
      apply: (db, rows) => applyCatalogue(db, rows, providerNamed),
    },
    requests: requestsImport({ desk, clock, data }),
    onCosts: () => data().staffGroups.onCosts,
  })
}
