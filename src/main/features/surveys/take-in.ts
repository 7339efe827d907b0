import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import type { SchoolDesk } from '../../db/school-desk'
import type { ReadDb, WriteDb } from '../../db/handle'
import { formLimits } from '../../imports/parse-job'
import { readFormFile, type ParserHost } from '../../imports/parser-process'
import type { Host } from '../../lib/host'
import { askedInRound } from './people'
import { planFiles, type FileRead, type PlannedFile, type PlanRound, type Sheet } from './plan-file'
import { answersOf, formOf, groupsOfRound, isClosed, roundRow, sheetRows, slipRows } from './repository'
import { insertSheet, nextNumber, updateAnswers } from './sheets'
import { keepSlip } from './slips'

/** The most files that are read at once, and how many processes read them beside each other. */
const MOST_FILES = 500
const AT_ONCE = 2
const MOST_PLANS = 4

interface Plan {
  readonly roundId: string
  readonly files: readonly PlannedFile[]
  /** What was kept when it was planned. */
  readonly basis: string
  /** The school file for which it was planned. */
  readonly of: object
}

export interface TakeInNeeds {
  readonly desk: SchoolDesk
  readonly host: Host
  readonly parser: ParserHost
  readonly today: () => Day
  readonly onProgress: (progress: { task: string; done: number; of?: number }) => void
}

/** Files that came back: read and held against their round first, taken in later, by a token. */
export class TakeIn {
  readonly #needs: TakeInNeeds
  readonly #plans = new Map<string, Plan>()

  constructor(needs: TakeInNeeds) {
    this.#needs = needs
  }

  /**
   * Asks for files or for a folder, reads them in the process for files that others made, and says what would become of
   * each. Throws Refusals `cancelled`, `record.missing`, `survey.closed`, `survey.no-files`, `survey.too-many-files`.
   */
  async read(roundId: string, from: 'files' | 'folder') {
    const { desk, today } = this.#needs
    roundRow(desk.read, roundId)
    if (isClosed(desk.read, roundId)) throw new Refusal('survey.closed')
    const paths = await desk.sameSchoolAfter(() => this.#ask(from))
    if (paths.length > MOST_FILES) throw new Refusal('survey.too-many-files', { limit: MOST_FILES })
    const read = await desk.sameSchoolAfter(() => this.#readAll(paths))
    const files = planFiles(planRound(desk.read, roundId, today()), read)
    const token = randomBytes(16).toString('hex')
    this.#plans.set(token, { roundId, files, basis: basisOf(desk.read, roundId), of: desk.file })
    for (const old of [...this.#plans.keys()].slice(0, -MOST_PLANS)) this.#plans.delete(old)
    return { token, files: files.map(({ plan }) => plan) }
  }

  async #ask(from: 'files' | 'folder'): Promise<string[]> {
    const { host } = this.#needs
    if (from === 'files') {
      const kinds = [{ name: 'Excel workbook', extensions: ['xlsx'] }]
      const paths = await host.askOpenFiles({ title: 'Choose the files that came back', kinds, several: true })
      if (paths.length === 0) throw new Refusal('cancelled')
      return paths
    }
    const folder = await host.askFolder({ title: 'Choose the folder with the files that came back' })
    if (folder === undefined) throw new Refusal('cancelled')
    const names = workbooksIn(folder)
    if (names.length === 0) throw new Refusal('survey.no-files')
    return names.map((name) => join(folder, name))
  }

  async #readAll(paths: readonly string[]): Promise<FileRead[]> {
    const { onProgress } = this.#needs
    const read: FileRead[] = []
    let next = 0
    let done = 0
    const work = async () => {
      while (next < paths.length) {
        const at = next
        next += 1
        read[at] = await this.#readOne(paths[at] ?? '')
        done += 1
        onProgress({ task: 'surveys.readFiles', done, of: paths.length })
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    return read
  }

  async #readOne(path: string): Promise<FileRead> {
    const name = basename(path)
    try {
      return { name, cells: await readFormFile(this.#needs.parser, { path, limits: formLimits }) }
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause
      return { name, code: cause.code, ...(cause.facts && { facts: cause.facts }) }
    }
  }

  /**
   * Takes in what was planned, but for what is left out. The plan stays until it is carried out. Throws Refusals
   * `import.expired`, and `record.changed` when sheets have come or changed since.
   */
  apply(db: WriteDb, token: string, leaveOut: readonly string[]) {
    const plan = this.#plans.get(token)
    if (!plan || plan.of !== this.#needs.desk.file) throw new Refusal('import.expired')
    if (basisOf(db, plan.roundId) !== plan.basis) throw new Refusal('record.changed')
    const out = new Set(leaveOut)
    const chosen = plan.files.filter(({ plan: { key } }) => !out.has(key))
    const isAnonymous = roundRow(db, plan.roundId).is_anonymous === 1
    const sheets = chosen.flatMap(({ sheet }) => (sheet === null ? [] : [sheet]))
    if (isAnonymous) for (const sheet of sheets) keepSlip(db, plan.roundId, sheet)
    else keepNamed(db, plan.roundId, sheets, this.#needs.today())
    const count = (state: string) => chosen.filter(({ plan: { state: is } }) => is === state).length
    return { new: count('new'), changed: count('changed'), same: count('same'), refused: count('refused') }
  }

  /** Forgets a plan that was carried out. */
  forget(token: string): void {
    this.#plans.delete(token)
  }
}

/** Keeps or corrects the sheets of files with names. */
function keepNamed(db: WriteDb, roundId: string, found: readonly Sheet[], today: Day): void {
  const there = sheetRows(db, roundId)
  let number = nextNumber(there)
  for (const { personId, groupId, sha256, answers } of found) {
    if (personId === null) continue
    const before = there.find((sheet) => sheet.person_id === personId)
    if (before) {
      updateAnswers(db, before.id, answers)
      continue
    }
    insertSheet(db, {
      round_id: roundId,
      number,
      person_id: personId,
      staff_group_id: groupId,
      way: 'file',
      received_on: today,
      file_sha256: sha256,
      answers_json: JSON.stringify(answers),
    })
    number += 1
  }
}

/** Workbooks of a folder by name, without what a spreadsheet leaves beside an open one. */
function workbooksIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.xlsx$/i.test(name) && !/^[~.]/.test(name))
      .toSorted((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }))
  } catch {
    throw new Refusal('import.unreadable')
  }
}

/** What is kept of a round's sheets, as a text that is the same when nothing has changed. */
function basisOf(db: ReadDb, roundId: string): string {
  return JSON.stringify([sheetRows(db, roundId), slipRows(db, roundId), isClosed(db, roundId)])
}

function planRound(db: ReadDb, roundId: string, today: Day): PlanRound {
  const row = roundRow(db, roundId)
  const sheets = sheetRows(db, roundId)
  const kept = [...sheets, ...slipRows(db, roundId)]
  const asked = askedInRound(db, roundId, today)
  return {
    id: row.id,
    form: formOf(row),
    isAnonymous: row.is_anonymous === 1,
    groups: groupsOfRound(row),
    people: new Map(asked.map(({ id, name, groupId }) => [id, { name, groupId }])),
    kept: new Map(sheets.map((sheet) => [sheet.person_id, answersOf(sheet)])),
    knownFiles: new Set(kept.flatMap(({ file_sha256: sha256 }) => sha256 ?? [])),
  }
}
