import type { Day } from '../../kernel/dates'
import { GroupBook } from './group-words'
import type {
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

/** Many people under one key: a file or a school may hold two Jane Smiths. */
class Index {
  readonly #ids = new Map<string, Set<string>>()

  add(key: string, id: string): void {
    if (key === '') return
    const ids = this.#ids.get(key) ?? new Set()
    ids.add(id)
    this.#ids.set(key, ids)
  }

  remove(key: string, id: string): void {
    this.#ids.get(key)?.delete(id)
  }

  get(key: string): readonly string[] {
    return key === '' ? [] : [...(this.#ids.get(key) ?? [])]
  }
}

const codeKey = (text: string): string => text.trim().toLowerCase()

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
  readonly #postsByTitle = new Map<string, PostFacts[]>()
  readonly #teams = new Map<string, TeamFacts>()
  readonly #teamsByName = new Map<string, TeamFacts>()
  readonly #byCode = new Index()
  readonly #byUserName = new Index()
  readonly #byEmail = new Index()
  readonly #byName = new Index()

  constructor(snapshot: StaffSnapshot, today: Day, newId: () => string) {
    this.groups = new GroupBook(snapshot.groups)
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
    const code = row.staffCode === undefined ? '' : codeKey(row.staffCode)
    const byCode = this.#byCode.get(code)
    if (byCode[0] !== undefined) return { kind: 'one', id: byCode[0], by: 'staffCode' }
    const signs: readonly [MatchedBy, readonly string[]][] = [
      ['userName', this.#byUserName.get(codeKey(row.userName ?? ''))],
      ['workEmail', this.#byEmail.get(codeKey(row.workEmail ?? ''))],
      ['name', this.#byName.get(nameKey(row.forename ?? '', row.surname ?? ''))],
    ]
    for (const [by, ids] of signs) {
      const fitting = ids.filter((id) => this.#mayBe(id, row, by))
      if (fitting.length > 1) return { kind: 'several' }
      if (fitting[0] !== undefined) return { kind: 'one', id: fitting[0], by }
    }
    return { kind: 'none' }
  }

  /** Someone named as a line manager: by code, user name, email, or a full name that only one person has. */
  findNamed(text: string): string | undefined {
    const key = codeKey(text)
    const ids = [this.#byCode, this.#byUserName, this.#byEmail]
      .map((index) => index.get(key))
      .find((f) => f.length > 0)
    const found = ids ?? this.#byName.get(wordsKey(forenameFirst(text)))
    return found.length === 1 ? found[0] : undefined
  }

  #mayBe(id: string, row: ImportedPerson, by: MatchedBy): boolean {
    const person = this.people.get(id)
    const differ = (a: string | null | undefined, b: string | null | undefined): boolean =>
      Boolean(a) && Boolean(b) && codeKey(a ?? '') !== codeKey(b ?? '')
    if (differ(person?.staffCode, row.staffCode)) return false
    return by !== 'name' || !differ(person?.userName, row.userName)
  }

  #index(person: StaffPersonFacts, step: 'add' | 'remove'): void {
    this.#byCode[step](codeKey(person.staffCode ?? ''), person.id)
    this.#byUserName[step](codeKey(person.userName ?? ''), person.id)
    this.#byEmail[step](codeKey(person.workEmail ?? ''), person.id)
    if (person.isNameMissing) return
    this.#byName[step](nameKey(person.forename, person.surname), person.id)
    if (person.knownAs !== null) this.#byName[step](nameKey(person.knownAs, person.surname), person.id)
  }
}
