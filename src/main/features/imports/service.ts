import type {
  FilePlan,
  GiasSchool,
  ImportPlan,
  PayFound,
  PayScope,
  PlanRow,
  RowStatus,
  Where,
} from '../../../shared/features/imports/contract'
import { knownHeadersOf, matchColumns } from '../../../shared/features/imports/column-match'
import { catalogueFields } from '../../../shared/features/imports/catalogue-fields'
import { giasFields } from '../../../shared/features/imports/gias-fields'
import { ledgerFields } from '../../../shared/features/imports/ledger-fields'
import type {
  FileShape,
  ImportField,
  ImportKind,
  Mapping,
  ReadOptions,
} from '../../../shared/features/imports/model'
import { requestFields } from '../../../shared/features/imports/request-fields'
import { staffFields } from '../../../shared/features/imports/staff-fields'
import { workforceFields } from '../../../shared/features/imports/workforce'
import type { OnCosts } from '../../../shared/features/packs/model'
import type { Clock } from '../../../shared/kernel/clock'
import { Refusal } from '../../../shared/kernel/result'
import type { SchoolDesk } from '../../db/school-desk'
import { catalogueLimits, officeLimits, registerLimits, type FileLimits } from '../../imports/parse-job'
import { readRows, watchedHost, type ParserHost } from '../../imports/parser-process'
import { planCatalogue } from './catalogue-plan'
import { findSchools, planGias } from './gias'
import { planLedger } from './ledger-plan'
import type { Committed, Planned } from './planned'
import type { CataloguePort, LedgerPort, RequestsPort, SchoolPort, StaffPort } from './ports'
import { assertColumnsNamed, readyFile, type ReadyFile } from './read-files'
import { isWorthRemembering, rememberedHeaders, rememberMapping } from './repository'
import { planRequestFiles } from './request-plan'
import { planStaff } from './staff-plan'
import { Stages, type Stage } from './stages'
import { findPay, workforceLimits } from './workforce'

export interface ImportsNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly parser: ParserHost
  /** Makes a verified backup; throws when none could be made. */
  readonly backUp: () => void
  /** The same in steps between which the window goes on. */
  readonly backUpInSteps: () => Promise<void>
  readonly staff: StaffPort
  readonly ledger: LedgerPort
  readonly school: SchoolPort
  readonly catalogue: CataloguePort
  readonly requests: RequestsPort
  /** What teachers cost on top of their pay. */
  readonly onCosts: () => OnCosts
}

export interface PlanAsked {
  readonly token: string
  readonly files?: readonly FilePlan[]
  readonly where?: readonly Where[]
  readonly map?: Readonly<Record<string, string>>
  readonly urn?: string | undefined
  readonly remember?: boolean
}

const fieldsByKind: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  staff: staffFields,
  ledger: ledgerFields,
  gias: giasFields,
  workforce: workforceFields,
  catalogue: catalogueFields,
  requests: requestFields,
}
const limitsByKind: Readonly<Record<ImportKind, FileLimits>> = {
  staff: officeLimits,
  ledger: officeLimits,
  gias: registerLimits,
  workforce: workforceLimits,
  catalogue: catalogueLimits,
  requests: officeLimits,
}
const mostValues = 1_000

/** Rows read so far, and of how many (a guess from the share of the file that has been read). */
export type OnProgress = (done: number, of: number | undefined) => void

function counting(onProgress: OnProgress): (count: number, share: number | undefined) => void {
  let done = 0
  return (count, share) => {
    done += count
    onProgress(done, share === undefined || share === 0 ? undefined : Math.max(done, Math.round(done / share)))
  }
}

/**
 * Brings in files that others made: chosen, looked at, planned, and then carried out in one change or not at all.
 * The window knows a file by a token; the command line hands paths in.
 */
export class ImportsService {
  readonly #needs: ImportsNeeds
  readonly #stages: Stages

  constructor(needs: ImportsNeeds) {
    this.#needs = needs
    this.#stages = new Stages(needs.clock)
    // A plan is one for the school that was open: in another, or in a restored one, it would write what nobody saw.
    needs.desk.onChange((changeId) => {
      if (changeId === undefined) this.#stages.unplan()
    })
  }

  /** Takes files in by path; nothing is read yet. */
  take(kind: ImportKind, paths: readonly string[]): Stage {
    if (paths.length === 0) throw new Refusal('cancelled')
    return this.#stages.add(kind, paths)
  }

  forget(token: string): void {
    this.#stages.forget(token)?.stop?.()
  }

  /** Looks at the beginning of each file. Throws Refusals `import.*`. */
  async inspect(token: string, options: readonly ReadOptions[]) {
    const stage = this.#stages.get(token)
    const files = await this.#ready(
      stage,
      options.map((one) => ({ options: one })),
    )
    const fields = fieldsByKind[stage.kind]
    return {
      kind: stage.kind,
      fields: fields.map(({ key, label, required, kind }) => ({ key, label, required, kind })),
      files: files.map(({ name, shape, mapping, remembered }) => ({ name, shape, mapping, remembered })),
    }
  }

  /** The different values of a column, commonest first. A withheld column has none. */
  async values(token: string, index: number, options: ReadOptions, column: number) {
    const stage = this.#stages.get(token)
    const [file] = await this.#ready({ ...stage, files: stage.files.slice(index, index + 1) }, [{ options }])
    if (!file || file.shape.columns[column]?.withheld !== undefined) throw new Refusal('record.missing')
    const counts = new Map<string, number>()
    const job = {
      path: file.path,
      options,
      limits: limitsByKind[stage.kind],
      knownHeaders: knownHeadersOf(fieldsByKind[stage.kind]),
      columns: [column],
      keep: [],
      leaveOut: [],
    }
    await readRows(this.#needs.parser, job, (batch) => {
      for (const [cell = ''] of batch.cells) {
        const value = cell.trim()
        if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
      }
    })
    const values = [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    return { values: values.slice(0, mostValues), more: values.length > mostValues }
  }

  /**
   * Works out what an import would do; changes nothing. `onProgress` is told the rows read so far and, where it can be
   * guessed, of how many. Throws Refusals `import.*`, and `cancelled` when it is stopped.
   */
  async plan(asked: PlanAsked, onProgress: OnProgress = () => undefined): Promise<ImportPlan> {
    const stage = this.#stages.get(asked.token)
    stage.stop?.()
    // Until this one is known, the plan before it is not to be carried out: nobody looks at it any more.
    stage.planned = undefined
    const stopper = new AbortController()
    const stop = () => stopper.abort()
    stage.stop = stop
    const parser = watchedHost(this.#needs.parser, { signal: stopper.signal, onRows: counting(onProgress) })
    try {
      stage.planned = await this.#planned(stage, asked, parser)
      return stage.planned.plan
    } finally {
      // Another plan of these files may be under way by now, with a stop of its own.
      if (stage.stop === stop) stage.stop = undefined
    }
  }

  async #planned(stage: Stage, asked: PlanAsked, parser: ParserHost): Promise<Planned> {
    const { desk, clock, staff, ledger, school, catalogue, requests } = this.#needs
    const files = await this.#ready(stage, asked.files ?? [], asked.map)
    const where = asked.where ?? []
    assertColumnsNamed(files, [...where.map((one) => one.column), ...Object.values(asked.map ?? {})])
    const about = { where, remember: asked.remember ?? true }
    const first = files[0]
    if (first === undefined) throw new Refusal('import.expired')
    if (stage.kind === 'staff') return planStaff(parser, staff, desk.read, clock.today(), files, about)
    // A workforce file proposes rates; there is nothing in it to bring in.
    if (stage.kind === 'workforce') throw new Refusal('import.expired')
    if (stage.kind === 'ledger') return planLedger(parser, ledger, desk.read, files, about)
    if (stage.kind === 'catalogue') return planCatalogue(parser, catalogue, desk.read, files, about)
    if (stage.kind === 'requests') return planRequestFiles(parser, requests, desk.read, files, about)
    return planGias(parser, school, desk.read, clock.today(), first, asked.urn)
  }

  /** Stops a reading that takes too long; the files stay chosen. */
  stop(token: string): void {
    this.#stages.get(token).stop?.()
  }

  /** A page of the planned rows. */
  rows(
    token: string,
    status: RowStatus | undefined,
    offset: number,
    limit: number,
  ): { total: number; rows: PlanRow[] } {
    return this.#stages.planned(token).planned.rows(status, offset, limit)
  }

  /**
   * Carries a plan out: a backup first, then one change, or nothing. What was remembered about columns is a change of its own before it, so
   * that undoing the import leaves it and a later import does not stand in the way of the undo.
   */
  commit(token: string): Committed & { readonly changeId: string | null; readonly refused: number } {
    return this.#carryOut(token, this.#needs.backUp)
  }

  /** As {@link commit}, with the backup in steps; what was planned must still stand after it. */
  async commitInSteps(token: string): Promise<ReturnType<ImportsService['commit']>> {
    const { plan } = this.#stages.planned(token).planned
    if (!isEmpty(plan)) await this.#needs.backUpInSteps()
    return this.#carryOut(token, () => undefined)
  }

  #carryOut(token: string, backUp: () => void): ReturnType<ImportsService['commit']> {
    const { desk } = this.#needs
    const { stage, planned } = this.#stages.planned(token)
    const { plan } = planned
    this.#remember(stage, planned)
    let changeId: string | null = null
    let done: Committed = { new: 0, changed: 0, same: plan.same }
    if (!isEmpty(plan)) {
      backUp()
      const reason = stage.files
        .map((file) => file.name)
        .join(', ')
        .slice(0, 300)
      done = desk.write(
        'imports.commit',
        (db) => {
          changeId = db.changeId
          return planned.apply(db)
        },
        { reason },
      )
    }
    this.#stages.forget(token)
    return { new: done.new, changed: done.changed, same: done.same, changeId, refused: plan.refusedCount }
  }

  /**
   * What teachers are paid in the schools of a workforce file. Without a scope: schools of the same authority and phase
   * where the file has our own, else all.
   */
  async findPay(token: string, scope?: PayScope): Promise<PayFound> {
    const { desk, clock, parser, school, onCosts } = this.#needs
    const [file] = await this.#ready(this.#stages.get(token), [])
    if (!file) throw new Refusal('import.expired')
    const urn = school.profileOn(desk.read, clock.today())?.urn ?? undefined
    return { ...(await findPay(parser, file, urn, scope)), onCosts: onCosts() }
  }

  /** Schools of a register by URN or by a part of the name. */
  async findSchool(
    token: string,
    asked: { urn?: string | undefined; name?: string | undefined },
  ): Promise<{ schools: GiasSchool[]; more: boolean }> {
    const [file] = await this.#ready(this.#stages.get(token), [])
    if (!file) throw new Refusal('import.expired')
    const { schools, more } = await findSchools(this.#needs.parser, file, asked)
    return { schools, more }
  }

  #remember(stage: Stage, planned: Planned): void {
    const { desk } = this.#needs
    if (!planned.rememberMapping) return
    const worth = planned.files.filter((file) => {
      const found = matchColumns(fieldsByKind[stage.kind], file.shape.columns).mapping
      const isFound = isSameMapping(found, file.mapping)
      return (!isFound || file.remembered) && isWorthRemembering(desk.read, stage.kind, file.shape, file.mapping)
    })
    if (worth.length === 0) return
    desk.write('imports.remember', (db) => {
      for (const file of worth) rememberMapping(db, stage.kind, file.shape, file.mapping)
    })
  }

  async #ready(
    stage: Stage,
    asked: readonly { readonly options?: ReadOptions; readonly mapping?: Mapping | undefined }[],
    named: Readonly<Record<string, string>> = {},
  ): Promise<ReadyFile[]> {
    const { desk, parser } = this.#needs
    const remembered = (shape: FileShape) => (desk.isOpen ? rememberedHeaders(desk.read, stage.kind, shape) : {})
    const files: ReadyFile[] = []
    for (const [index, { path, name }] of stage.files.entries()) {
      const options: ReadOptions = asked[index]?.options ?? { header: 'auto' }
      const file = { index, path, name, options, mapping: asked[index]?.mapping }
      files.push(
        await readyFile(
          parser,
          file,
          fieldsByKind[stage.kind],
          limitsByKind[stage.kind],
          stage.looks,
          remembered,
          named,
        ),
      )
    }
    return files
  }
}

/** True where carrying a plan out would change nothing. */
function isEmpty(plan: ImportPlan): boolean {
  return plan.new === 0 && plan.changed === 0
}

function isSameMapping(a: Mapping, b: Mapping): boolean {
  return [...Object.keys(a), ...Object.keys(b)].every((key) => a[key] === b[key])
}
