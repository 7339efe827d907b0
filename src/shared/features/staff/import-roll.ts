import type { Day } from '../../kernel/dates'
import { GroupBook } from './group-words'
import type {
  EarlyCareerWords,
  HoldingDraft,
  ImportedPerson,
  PostFacts,
  StaffPersonFacts,
  StaffSnapshot,
  TeamFacts,
} from './import-model'
import { forenameFirst, nameKey, wordsKey } from './names'

export type MatchedBy = 'staffCode' | 'userName' | 'workEmail' | 'name'
export type Found =
  | { readonly kind: 'one'; readonly id: string; readonly by: MatchedBy }
  | { readonly kind: 'none' }
  | { readonly kind: 'several' }

/** The codes that a person or a row has, which tell two people of one name apart. */
interface Codes {
  readonly staffCode?: string | null | undefined
  readonly userName?: string | null | undefined
}

const codeKinds = ['staffCode', 'userName'] as const

/** Every combination of codes that somebody may have, as `bucketOf` names it. */
const buckets = ['', 'staffCode', 'userName', 'staffCode userName'] as const

function bucketOf(codes: Codes): string {
  return codeKinds.filter((kind) => Boolean(codes[kind])).join(' ')
}

/**
 * Many people under one key: a file or a school may hold two Jane Smiths. They are kept apart by which codes they
 * have, so that a question takes no longer however many share a key.
 */
class Index {
  readonly #ids = new Map<string, Set<string>>()

  add(key: string, person: StaffPersonFacts): void {
    if (key === '') return
    const place = `${bucketOf(person)}|${key}`
    const ids = this.#ids.get(place) ?? new Set()
    ids.add(person.id)
    this.#ids.set(place, ids)
  }

  remove(key: string, person: StaffPersonFacts): void {
    this.#ids.get(`${bucketOf(person)}|${key}`)?.delete(person.id)
  }

  /** People with this key and without any of the codes named, two at most: a third would say nothing more. */
  firstTwo(key: string, without: readonly (keyof Codes)[] = []): readonly string[] {
    const found: string[] = []
    if (key === '') return found
    for (const bucket of buckets) {
      if (without.some((kind) => bucket.includes(kind))) continue
      for (const id of this.#ids.get(`${bucket}|${key}`) ?? []) if (found.push(id) === 2) return found
    }
    return found
  }
}

const codeKey = (text: string): string => text.trim().toLowerCase()

/** A career stage as stages are compared: "ECT 1", "ect-1" and "ECT1" are one. */
function stageKey(stage: string): string {
  return stage.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/**
 * The staff while an import is worked out, row by row: a later row sees what earlier rows made, so that a person with
 * a row for each post becomes one person, and the dry run and the commit cannot differ.
 */
export class StaffRoll {
  readonly people = new Map<string, StaffPersonFacts>()
  readonly groups: GroupBook
  readonly newPosts: PostFacts[] = []
  readonly newTeams: TeamFacts[] = []
  readonly today: Day
  readonly newId: () => string
  readonly #holdings = new Map<string, HoldingDraft[]>()
  readonly #posts = new Map<string, PostFacts>()
  readonly #titleKeys = new Map<string, string>()
  readonly #postsByTitle = new Map<string, PostFacts[]>()
  readonly #teams = new Map<string, TeamFacts>()
  readonly #teamsByName = new Map<string, TeamFacts>()
  readonly #earlyCareer: EarlyCareerWords
  readonly #byCode = new Index()
  readonly #byUserName = new Index()
  readonly #byEmail = new Index()
  readonly #byName = new Index()

  constructor(snapshot: StaffSnapshot, today: Day, newId: () => string) {
    this.groups = new GroupBook(snapshot.groups)
    this.#earlyCareer = snapshot.earlyCareer
    this.today = today
    this.newId = newId
    for (const post of snapshot.posts) this.#keepPost(post)
    for (const team of snapshot.teams) this.#keepTeam(team)
    for (const person of snapshot.people) this.put(person)
    for (const holding of snapshot.holdings) {
      const before = this.#holdings.get(holding.personId) ?? []
      this.#holdings.set(holding.personId, [...before, { ...holding, origin: 'there' }])
    }
  }

  postOf(id: string): PostFacts | undefined {
    return this.#posts.get(id)
  }

  /** The staff group in which somebody of a career stage belongs; undefined for every stage but those of early careers. */
  groupOfStage(stage: string | undefined): string | undefined {
    if (stage === undefined) return undefined
    const key = stageKey(stage)
    const isEarly = this.#earlyCareer.stages.some((known) => stageKey(known) === key)
    return isEarly ? this.#earlyCareer.groups.find((id) => this.groups.nameOf(id) !== undefined) : undefined
  }

  /** The title of a post as titles are compared. */
  titleKeyOf(postId: string): string | undefined {
    return this.#titleKeys.get(postId)
  }

  /** Posts of a title, in any group. */
  postsTitled(title: string): readonly PostFacts[] {
    return this.#postsByTitle.get(wordsKey(title)) ?? []
  }

  addPost(title: string, staffGroupId: string): PostFacts {
    const post = { id: this.newId(), title, staffGroupId }
    this.#keepPost(post)
    this.newPosts.push(post)
    return post
  }

  teamOf(id: string): TeamFacts | undefined {
    return this.#teams.get(id)
  }

  /** The team of a name, made when there is none. */
  teamNamed(name: string): TeamFacts {
    const there = this.#teamsByName.get(wordsKey(name))
    if (there) return there
    const team = { id: this.newId(), name: name.trim() }
    this.#keepTeam(team)
    this.newTeams.push(team)
    return team
  }

  #keepPost(post: PostFacts): void {
    this.#posts.set(post.id, post)
    const key = wordsKey(post.title)
    this.#titleKeys.set(post.id, key)
    this.#postsByTitle.set(key, [...(this.#postsByTitle.get(key) ?? []), post])
  }

  #keepTeam(team: TeamFacts): void {
    this.#teams.set(team.id, team)
    const key = wordsKey(team.name)
    if (!this.#teamsByName.has(key)) this.#teamsByName.set(key, team)
  }

  /** Puts a person in, or replaces them. */
  put(person: StaffPersonFacts): void {
    const before = this.people.get(person.id)
    if (before) this.#index(before, 'remove')
    this.people.set(person.id, person)
    this.#index(person, 'add')
  }

  holdingsOf(personId: string): readonly HoldingDraft[] {
    return this.#holdings.get(personId) ?? []
  }

  putHoldings(personId: string, holdings: readonly HoldingDraft[]): void {
    this.#holdings.set(personId, [...holdings])
  }

  /**
   * Whom a row is about: by staff code, else user name, else email, else the full name. A weaker sign never joins two
   * people whose staff codes (or, for a name, user names) both are known and differ. Several candidates are no match.
   */
  find(row: ImportedPerson): Found {
    const byCode = this.#byCode.firstTwo(codeKey(row.staffCode ?? ''))
    if (byCode[0] !== undefined) return { kind: 'one', id: byCode[0], by: 'staffCode' }
    // Nobody has the row's staff code, so whoever has one has another; the same holds for user names further on.
    const coded = row.staffCode ? (['staffCode'] as const) : []
    const named = row.userName ? ([...coded, 'userName'] as const) : coded
    const signs: readonly [MatchedBy, readonly string[]][] = [
      ['userName', this.#byUserName.firstTwo(codeKey(row.userName ?? ''), coded)],
      ['workEmail', this.#byEmail.firstTwo(codeKey(row.workEmail ?? ''), coded)],
      ['name', this.#byName.firstTwo(nameKey(row.forename ?? '', row.surname ?? ''), named)],
    ]
    for (const [by, ids] of signs) {
      if (ids.length > 1) return { kind: 'several' }
      if (ids[0] !== undefined) return { kind: 'one', id: ids[0], by }
    }
    return { kind: 'none' }
  }

  /** Someone named as a line manager: by code, user name, email, or a full name that only one person has. */
  findNamed(text: string): string | undefined {
    const key = codeKey(text)
    const ids = [this.#byCode, this.#byUserName, this.#byEmail]
      .map((index) => index.firstTwo(key))
      .find((f) => f.length > 0)
    const found = ids ?? this.#byName.firstTwo(wordsKey(forenameFirst(text)))
    return found.length === 1 ? found[0] : undefined
  }

  #index(person: StaffPersonFacts, step: 'add' | 'remove'): void {
    this.#byCode[step](codeKey(person.staffCode ?? ''), person)
    this.#byUserName[step](codeKey(person.userName ?? ''), person)
    this.#byEmail[step](codeKey(person.workEmail ?? ''), person)
    if (person.isNameMissing) return
    this.#byName[step](nameKey(person.forename, person.surname), person)
    if (person.knownAs !== null) this.#byName[step](nameKey(person.knownAs, person.surname), person)
  }
}
