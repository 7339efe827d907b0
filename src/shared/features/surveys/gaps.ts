/** Where people, groups or the school stand below what is aimed at: what needs can be raised from. */
import { z } from 'zod'
import { sides, zRowStandard, type RoundForm, type RoundQuestion } from './round-form'
import { NO_GROUP, type Counted, type Figure, type Group, type Summary } from './summary'

/** Half a step of a scale: a mean that misses its aim by less is no gap. */
export const LEAST_GAP = 0.5

export const zGap = z.object({
  /** Tells one from another, as long as the round stands. */
  key: z.string(),
  owner: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('person'), id: z.string(), name: z.string() }),
    z.object({ kind: z.literal('group'), id: z.string(), name: z.string() }),
    z.object({ kind: z.literal('team'), id: z.string(), name: z.string() }),
    z.object({ kind: z.literal('school') }),
  ]),
  title: z.string(),
  standard: zRowStandard.nullable(),
  /** Steps of the question’s scale, means for a group or the school; from `least` to `most`. */
  now: z.number(),
  target: z.number(),
  gap: z.number(),
  least: z.int(),
  most: z.int(),
  /** How many answers it rests on. */
  answered: z.int(),
  /** True when a need of this origin and owner is in the register already. */
  isRaised: z.boolean(),
})
export type Gap = z.infer<typeof zGap>
type Found = Omit<Gap, 'isRaised'>

/** A sheet with whose it is; null in a round without names. */
export type Named = Counted & { readonly person: { readonly id: string; readonly name: string } | null }

interface Asked {
  readonly id: string
  readonly title: string
  readonly standard: Gap['standard']
  readonly nowKey: string
  /** The row that says where somebody wants to be; null where the form says it. */
  readonly nextKey: string | null
  readonly target: number | null
  readonly least: number
  readonly most: number
}

/** A team of those asked, with who is in it. */
export interface TeamAsked {
  readonly id: string
  readonly name: string
  readonly personIds: ReadonlySet<string>
}

/** What the gaps of a round are reckoned from. */
export interface Answered {
  readonly summary: Summary
  readonly sheets: readonly Named[]
  /** Whom the round asked as a whole: one team or one group where it asked no more, else the school. */
  readonly whole: Gap['owner']
  /** Of a round with names; where there is one alone it is the whole. */
  readonly teams: readonly TeamAsked[]
}

/** The gaps of a round, widest first: of the whole, of each group that is shown and, with names, of teams and people. */
export function gapsOf(form: RoundForm, { summary, sheets, whole, teams }: Answered): Found[] {
  const asked = form.sections.flatMap(({ questions }) => questions.flatMap(askedIn))
  const found = asked.flatMap((one) => [
    ...ofTotals(one, summary, whole),
    ...teams.flatMap((team) => ofTeam(one, team, sheets)),
    ...sheets.flatMap((sheet) => ofPerson(one, sheet)),
  ])
  return found.toSorted((a, b) => b.gap - a.gap || a.title.localeCompare(b.title, 'en-GB'))
}

function askedIn(question: RoundQuestion): Asked[] {
  const scaled = question.rows.flatMap(({ key, text, answering }) =>
    answering.kind === 'scale' ? [{ key, text, levels: answering.levels }] : [],
  )
  const ends = (levels: readonly { readonly level: number }[]) => ({
    least: levels[0]?.level ?? 0,
    most: levels.at(-1)?.level ?? 0,
  })
  if (question.kind !== 'standing')
    return scaled.flatMap(({ key, text, levels }) =>
      question.target === null
        ? []
        : [
            {
              id: key,
              title: text,
              standard: null,
              nowKey: key,
              nextKey: null,
              target: question.target,
              ...ends(levels),
            },
          ],
    )
  const keys = new Set(scaled.map(({ key }) => key))
  return scaled.flatMap(({ key, levels }) => {
    const nextKey = key.replace(/\.now$/, `.${sides.next}`)
    const standard = question.standards[key]
    if (nextKey === key || !keys.has(nextKey) || standard === undefined) return []
    const id = key.replace(/\.now$/, '')
    return [{ id, title: standard.label, standard, nowKey: key, nextKey, target: null, ...ends(levels) }]
  })
}

function ofTotals(one: Asked, summary: Summary, whole: Gap['owner']): Found[] {
  const sums = new Map(
    summary.sections.flatMap(({ questions }) =>
      questions.flatMap((q) => q.sums.map((sum) => [sum.key, sum] as const)),
    ),
  )
  const now = sums.get(one.nowKey)
  const next = one.nextKey === null ? undefined : sums.get(one.nextKey)
  if (now === undefined) return []
  const all = found(one, whole, now, next)
  // Whoever did not say what they work as is no group of the school: there is nobody whose need it would be.
  const named = summary.groups.filter(({ id }) => id !== NO_GROUP)
  const groups = named.flatMap((group) => found(one, ownerOf(group), now.groups[group.id], next?.groups[group.id]))
  // A single group is the whole over again.
  return summary.groups.length > 1 ? [...all, ...groups] : all
}

const ownerOf = ({ id, name }: Group): Gap['owner'] => ({ kind: 'group', id, name })

function found(one: Asked, owner: Gap['owner'], now: Figure | undefined, next: Figure | undefined): Found[] {
  const aim = one.nextKey === null ? one.target : (next?.value ?? null)
  if (now === undefined || now.value === null || now.answered === null || aim === null) return []
  const gap = aim - now.value
  if (gap < LEAST_GAP) return []
  const who = owner.kind === 'school' ? 'school' : owner.id
  return [
    {
      key: `${one.id} ${owner.kind} ${who}`,
      owner,
      title: one.title,
      standard: one.standard,
      now: now.value,
      target: aim,
      gap,
      least: one.least,
      most: one.most,
      answered: now.answered,
    },
  ]
}

/** What the people of a team say together; of one alone it would be that person’s own. */
function ofTeam(one: Asked, { id, name, personIds }: TeamAsked, sheets: readonly Named[]): Found[] {
  const theirs = sheets.filter(({ person }) => person !== null && personIds.has(person.id))
  const now = meanOf(theirs, one.nowKey)
  const next = one.nextKey === null ? undefined : meanOf(theirs, one.nextKey)
  return (now.answered ?? 0) < 2 ? [] : found(one, { kind: 'team', id, name }, now, next)
}

function meanOf(sheets: readonly Named[], key: string): Figure {
  const values = sheets.map(({ answers }) => answers[key]).filter((answer) => typeof answer === 'number')
  const sum = values.reduce((all, value) => all + value, 0)
  return { answered: values.length, value: values.length === 0 ? null : sum / values.length }
}

/** What one person says of themselves, where they say where they want to be. */
function ofPerson(one: Asked, { person, answers }: Named): Found[] {
  if (person === null || one.nextKey === null) return []
  const [now, next] = [answers[one.nowKey], answers[one.nextKey]]
  if (typeof now !== 'number' || typeof next !== 'number') return []
  const owner = { kind: 'person' as const, ...person }
  return found(one, owner, { answered: 1, value: now }, { answered: 1, value: next })
}
