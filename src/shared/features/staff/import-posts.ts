import { earlierOf, laterOf, type Day } from '../../kernel/dates'
import { academicYearOf, periodOf } from '../../kernel/years'
import type {
  HoldingDraft,
  HoldingFacts,
  ImportedChange,
  ImportedPost,
  ImportNote,
  StaffPersonFacts,
} from './import-model'
import type { StaffRoll } from './import-roll'
import { wordsKey } from './names'
import { START_UNKNOWN } from './rules'

export interface PostsWorked {
  readonly holdings: readonly HoldingDraft[]
  readonly changes: readonly ImportedChange[]
  readonly notes: readonly ImportNote[]
  readonly refusal: ImportNote | null
}

/** More posts than anyone holds or held: a file that gives one person more has a column of posts that is none. */
const MOST_POSTS = 200
const OTHER_GROUP = 'other'
const NAMELESS_POST = 'Staff'

/**
 * Brings a person's holdings up to what a row says. A post that the row does not name is left alone. The same post
 * (same title, same group and team where both say one) held in an overlapping time is the same holding; otherwise it is a new one.
 * A person's first holding without a day starts when the person did; where that is not known either, it was held since
 * before the file began (`START_UNKNOWN`), so that last year's hours find their posts (model, section 5). A post that a
 * later file adds starts with its academic year. Without an FTE, the first post of a person is 1.0 and a further one 0.
 * A leaving day ends what is open.
 */
export function workPosts(roll: StaffRoll, person: StaffPersonFacts, posts: readonly ImportedPost[]): PostsWorked {
  let holdings = [...roll.holdingsOf(person.id)]
  const changes: ImportedChange[] = []
  const notes: ImportNote[] = []
  // A holding that one role of the row is about is not what its next role is about: two equal roles are two posts.
  const claimed = new Set<string>()
  const seen = new Set<string>()
  for (const { careerStage, ...said } of posts) {
    const stageGroup = roll.groupOfStage(careerStage)
    const post = { ...said, ...(stageGroup !== undefined && { stageGroup }) }
    const text = JSON.stringify(post)
    if (text === '{}' || seen.has(text)) continue
    seen.add(text)
    const worked = workPost(roll, person, holdings, post, notes, claimed)
    changes.push(...worked.changes)
    holdings = worked.holdings
  }
  const leftOn = person.leftOn
  if (leftOn !== null) {
    holdings = holdings.map((h) => (h.toOn === null || h.toOn > leftOn ? touched(h, { toOn: leftOn }) : h))
  }
  if (holdings.length > MOST_POSTS) {
    return { holdings: [], changes: [], notes, refusal: { field: 'post', code: 'staff.posts-too-many' } }
  }
  const wrong = holdings.some((h) => h.origin !== 'there' && h.toOn !== null && h.toOn < h.fromOn)
  return { holdings, changes, notes, refusal: wrong ? { field: 'post', code: 'day.order' } : null }
}

/** A post of a row, with the staff group that its holder's career stage means. */
type PostSaid = Omit<ImportedPost, 'careerStage'> & { readonly stageGroup?: string }

function workPost(
  roll: StaffRoll,
  person: StaffPersonFacts,
  before: readonly HoldingDraft[],
  post: PostSaid,
  notes: ImportNote[],
  claimed: Set<string>,
): { holdings: HoldingDraft[]; changes: ImportedChange[] } {
  const teamId = post.team === undefined ? undefined : roll.teamNamed(post.team).id
  const unclaimed = before.filter((h) => !claimed.has(h.id))
  const there = holdingMeant(roll, person, unclaimed, post, teamId)
  const facts = {
    ...(teamId !== undefined && { teamId }),
    ...(post.fromOn !== undefined && { fromOn: post.fromOn }),
    ...(post.toOn !== undefined && { toOn: post.toOn }),
    ...(post.fteThousandths !== undefined && { fteThousandths: post.fteThousandths }),
    ...(post.weeklyMinutes !== undefined && { weeklyMinutes: post.weeklyMinutes }),
    ...(post.workingDays !== undefined && { workingDays: post.workingDays }),
    ...(post.isMain !== undefined && { isMain: post.isMain }),
  }
  if (there) {
    claimed.add(there.id)
    const after = touched(there, { ...facts, postId: postOfStage(roll, there, post) })
    return { holdings: before.map((h) => (h === there ? after : h)), changes: differences(roll, there, after) }
  }
  const postId = postFor(roll, post, notes)
  const open = before.filter((h) => h.toOn === null || h.toOn >= roll.today)
  const made: HoldingDraft = {
    id: roll.newId(),
    personId: person.id,
    postId,
    teamId: null,
    fromOn: usualStart(person, before, post, roll.today),
    toOn: null,
    fteThousandths: open.length === 0 ? 1000 : 0,
    weeklyMinutes: null,
    workingDays: null,
    isMain: !open.some((h) => h.isMain),
    ...facts,
    origin: 'new',
  }
  claimed.add(made.id)
  const title = roll.postOf(postId)?.title ?? ''
  return { holdings: [...before, made], changes: [{ field: 'post', before: null, after: title }] }
}

/** The post of a holding, or the same one among early career teachers where the row says that its holder is one. */
function postOfStage(roll: StaffRoll, { postId }: HoldingFacts, { stageGroup }: PostSaid): string {
  const held = roll.postOf(postId)
  if (stageGroup === undefined || held === undefined || held.staffGroupId === stageGroup) return postId
  const there = roll.postsTitled(held.title).find(({ staffGroupId }) => staffGroupId === stageGroup)
  return (there ?? roll.addPost(held.title, stageGroup)).id
}

function usualStart(person: StaffPersonFacts, before: readonly HoldingDraft[], post: PostSaid, today: Day): Day {
  const isFirst = before.every((h) => h.origin === 'new')
  if (isFirst) return person.startedOn ?? START_UNKNOWN
  const year = academicYearOf(earliestOf(today, post.toOn, person.leftOn))
  const yearStart = periodOf({ kind: 'academic', startYear: year }, 'maintained').startsOn
  return person.startedOn === null ? yearStart : laterOf(person.startedOn, yearStart)
}

function earliestOf(today: Day, ...ends: readonly (Day | null | undefined)[]): Day {
  return ends.reduce<Day>(
    (found, end) => (end === null || end === undefined ? found : earlierOf(found, end)),
    today,
  )
}

function holdingMeant(
  roll: StaffRoll,
  person: StaffPersonFacts,
  holdings: readonly HoldingDraft[],
  post: PostSaid,
  teamId: string | undefined,
): HoldingDraft | undefined {
  const group = post.staffGroup === undefined ? undefined : roll.groups.named(post.staffGroup)
  const title = post.title === undefined ? undefined : wordsKey(post.title)
  const fits = (h: HoldingDraft): boolean => {
    if (title !== undefined && roll.titleKeyOf(h.postId) !== title) return false
    const held = roll.postOf(h.postId)?.staffGroupId
    return group === undefined || held === group || (held !== undefined && held === post.stageGroup)
  }
  const candidates = holdings.filter(fits)
  const exact = candidates.find((h) => post.fromOn !== undefined && h.fromOn === post.fromOn && sameTeam(h, teamId))
  if (exact) return exact
  const from = post.fromOn ?? earliestOf(roll.today, post.toOn, person.leftOn)
  const overlapping = candidates.filter(
    (h) => (h.toOn === null || h.toOn >= from) && (post.toOn === undefined || h.fromOn <= post.toOn),
  )
  const inTeam = overlapping.find((h) => sameTeam(h, teamId))
  return inTeam ?? (overlapping.length === 1 && post.title !== undefined ? overlapping[0] : undefined)
}

function sameTeam(holding: HoldingFacts, teamId: string | undefined): boolean {
  return teamId === undefined || holding.teamId === null || holding.teamId === teamId
}

function postFor(roll: StaffRoll, post: PostSaid, notes: ImportNote[]): string {
  const named = post.stageGroup ?? (post.staffGroup === undefined ? undefined : roll.groups.named(post.staffGroup))
  const title = (
    post.title ??
    (named === undefined ? undefined : roll.groups.nameOf(named)) ??
    NAMELESS_POST
  ).trim()
  const titled = roll.postsTitled(title)
  const there = named === undefined ? titled[0] : titled.find((p) => p.staffGroupId === named)
  if (post.staffGroup !== undefined && named === undefined) {
    notes.push({ field: 'staffGroup', code: 'staff.group-unknown' })
  }
  if (there) return there.id
  const guessed = named ?? roll.groups.ofTitle(title)
  if (guessed === undefined && post.staffGroup === undefined) {
    notes.push({ field: 'post', code: 'staff.group-unknown' })
  }
  return roll.addPost(title, guessed ?? OTHER_GROUP).id
}

function touched(holding: HoldingDraft, facts: Partial<HoldingFacts>): HoldingDraft {
  const after = { ...holding, ...facts }
  const isSame = holdingFields.every((field) => after[field] === holding[field])
  if (isSame) return holding
  return { ...after, origin: holding.origin === 'new' ? 'new' : 'changed' }
}

const holdingFields = [
  'postId',
  'teamId',
  'fromOn',
  'toOn',
  'fteThousandths',
  'weeklyMinutes',
  'workingDays',
  'isMain',
] as const

const fieldNames: Readonly<Record<(typeof holdingFields)[number], string>> = {
  postId: 'staffGroup',
  teamId: 'team',
  fromOn: 'postFromOn',
  toOn: 'postToOn',
  fteThousandths: 'fte',
  weeklyMinutes: 'weeklyMinutes',
  workingDays: 'workingDays',
  isMain: 'isMain',
}

function differences(roll: StaffRoll, before: HoldingFacts, after: HoldingFacts): ImportedChange[] {
  const text = (field: (typeof holdingFields)[number], value: string | number | boolean | null): string | null => {
    if (value === null || value === START_UNKNOWN) return null
    if (field === 'postId') return roll.groups.nameOf(roll.postOf(String(value))?.staffGroupId ?? '') ?? null
    if (field === 'teamId') return roll.teamOf(String(value))?.name ?? null
    return field === 'fteThousandths' ? String(Number(value) / 1000) : String(value)
  }
  return holdingFields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      field: fieldNames[field],
      before: text(field, before[field]),
      after: text(field, after[field]),
    }))
}
