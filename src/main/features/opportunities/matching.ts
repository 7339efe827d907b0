import { sql as raw } from 'kysely'
import type { Match } from '../../../shared/features/opportunities/matching-contract'
import {
  prepare,
  rank,
  tellingWords,
  type Candidate,
  type NeedToServe,
  type Prepared,
  type KnownWords,
  type Ranked,
} from '../../../shared/features/opportunities/rules'
import { knowledgeTest, wordsOfNeed } from '../../../shared/features/needs/serving'
import type { Day } from '../../../shared/kernel/dates'
import type { Pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import { expertiseOn } from '../../db/expertise-on-day'
import { statement, type ReadDb } from '../../db/handle'
import { personNameSql } from '../../db/person-names'
import { standardIn, type StandardColumns } from '../../db/standards'
import { listOpportunities } from './catalogue'
import { pastValues } from './provider-checks'

/** What a candidate is shown with. */
interface Shown {
  readonly title: string
  readonly providerName: string | null
}

/** The catalogue made ready for matching, as it was on a day. */
export interface Offered {
  readonly prepared: Prepared
  readonly shown: ReadonlyMap<string, Shown>
}

/** So much of a description tells what a course is about; what comes later is what every course says. */
const charactersRead = 1_200
/** The same with the marks of formatted text around it. */
const jsonRead = 6_000

/** The beginning of a description, taken from its JSON as it is kept: thousands are read at a time. */
function beginningOf(json: string): string {
  let text = ''
  for (const [, words = ''] of json.matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)) {
    text += ` ${words}`
    if (text.length > charactersRead) break
  }
  return text.slice(0, charactersRead)
}

/** The catalogue as matching sees it: what is put away is not in it. `known`: what was read of it before. */
export function offeredOn(db: ReadDb, today: Day, known?: KnownWords): Offered {
  const values = pastValues(db)
  const texts = new Map(
    db
      .all(
        statement(raw<{ id: string; beginning: string }>`
          select id, substr(about_json, 1, ${jsonRead}) as beginning from opportunity
          where is_archived = 0 and about_json is not null`),
      )
      .map((row) => [row.id, beginningOf(row.beginning)]),
  )
  const lines = listOpportunities(db, today, { includeArchived: false })
  const candidates = lines.map((line): Candidate => {
    const isInHouse = line.provisionCode === 'within' || line.expertPersonId !== null
    return {
      id: line.id,
      title: line.title,
      words: [line.title, ...line.subjects, ...line.ages, texts.get(line.id) ?? ''].join(' '),
      standards: line.standards,
      groupIds: line.groupIds,
      typeCode: line.typeCode,
      isInHouse,
      isAnyTime: line.mode === 'online' || isInHouse,
      nextOn: line.nextOn,
      hasDates: line.dates > 0,
      priceNetPence: line.priceNetPence,
      pastValue: line.providerId === null ? null : (values.get(line.providerId) ?? null),
    }
  })
  return {
    prepared: prepare(candidates, known),
    shown: new Map(
      lines.map((line) => [line.id, { title: line.title, providerName: line.providerName ?? line.expertName }]),
    ),
  }
}

interface NeedRow extends StandardColumns {
  readonly id: string
  readonly title: string
  readonly description: string | null
  readonly type_code: string | null
  readonly due_on: Day | null
  readonly importance: number
  readonly group_id: string | null
  readonly owner_name: string | null
}

/** Needs with whose they are; of a person, the group of the main post on the day. */
function needRows(db: ReadDb, today: Day, which: ReturnType<typeof raw>): NeedRow[] {
  return db.all(
    statement(raw<NeedRow>`
      select n.id, n.title, n.description, n.standard_code, n.standard_framework, n.standard_label, n.type_code, n.due_on, n.importance,
        coalesce(n.staff_group_id, (
          select p.staff_group_id from post_holding h join post p on p.id = h.post_id
          where h.person_id = n.person_id and h.from_on <= ${today} and coalesce(h.to_on, '9999-12-31') >= ${today}
          order by h.is_main desc, h.fte_thousandths desc, h.id limit 1)) as group_id,
        coalesce(${raw.raw(personNameSql('w'))}, t.name, g.name, 'Whole school') as owner_name
      from need n left join person w on w.id = n.person_id left join team t on t.id = n.team_id
      left join staff_group g on g.id = n.staff_group_id
      where ${which} order by n.importance desc, n.due_on is null, n.due_on, n.title collate nocase, n.id`),
  )
}

const toServe = (row: NeedRow): NeedToServe => ({
  id: row.id,
  title: row.title,
  words: [row.title, row.description ?? '', row.standard_label ?? ''].join(' '),
  standard: standardIn(row),
  groupId: row.group_id,
  typeCode: row.type_code,
  dueOn: row.due_on,
})

function matchOf({ candidate, fits, score, reasons }: Ranked, shown: Offered['shown']): Match {
  return {
    opportunityId: candidate.id,
    title: shown.get(candidate.id)?.title ?? '',
    providerName: shown.get(candidate.id)?.providerName ?? null,
    isInHouse: candidate.isInHouse,
    fits,
    nextOn: candidate.nextOn,
    priceNetPence: candidate.priceNetPence,
    score,
    reasons: [...reasons],
  }
}

/** Who of our own staff knows about it, or about something that shares a word with it; those who fit and can train first. */
function expertsFor(db: ReadDb, need: NeedToServe, today: Day) {
  const words = tellingWords(need.words)
  const asked = wordsOfNeed(need)
  const said = expertiseOn(db, today).map((known) => ({
    personId: known.personId,
    name: known.name,
    subject: known.subject,
    level: known.level,
    canTrain: known.canTrain,
    fits: knowledgeTest(known)(asked),
  }))
  return said
    .filter(({ subject, fits }) => fits || [...tellingWords(subject)].some((word) => words.has(word)))
    .sort((a, b) => Number(b.fits) - Number(a.fits))
}

export interface MatchingAbout {
  readonly today: Day
  readonly budgetLeftPence: Pence | null
  readonly offered: Offered
}

const mostExperts = 10

const fittingOf = (ranked: readonly Ranked[]): number => ranked.filter(({ fits }) => fits).length

/** What would serve one need. Throws Refusal `record.missing`. */
export function matchesForNeed(
  db: ReadDb,
  asked: { readonly needId: string; readonly limit: number },
  about: MatchingAbout,
) {
  const [row] = needRows(db, about.today, raw`n.id = ${asked.needId}`)
  if (!row) throw new Refusal('record.missing')
  const { prepared, shown } = about.offered
  const need = toServe(row)
  const ranked = rank(need, prepared, about.budgetLeftPence)
  return {
    title: row.title,
    count: ranked.length,
    fitting: fittingOf(ranked),
    matches: ranked.slice(0, asked.limit).map((one) => matchOf(one, shown)),
    experts: expertsFor(db, need, about.today).slice(0, mostExperts),
  }
}

/** Every open need with what would serve it best. */
export function matchesForNeeds(db: ReadDb, about: MatchingAbout) {
  const { prepared, shown } = about.offered
  return needRows(db, about.today, raw`n.state in ('raised', 'agreed', 'planned')`).map((row) => {
    const ranked = rank(toServe(row), prepared, about.budgetLeftPence)
    const [first] = ranked
    const best = first === undefined ? null : matchOf(first, shown)
    return {
      id: row.id,
      title: row.title,
      ownerName: row.owner_name ?? '',
      importance: row.importance,
      dueOn: row.due_on,
      count: ranked.length,
      fitting: fittingOf(ranked),
      best,
    }
  })
}
