/**
 * By what a catalogue's course is known again. Its identifier alone says too little: one identifier may stand for twenty
 * courses, and the short numbers of two providers are the same ones. Its title alone says too much: courses are renamed.
 */

/** What a catalogue says of which course it means; texts are folded (`sameText`), empty where nothing is said. */
export interface CourseIdentity {
  /** The catalogue's own identifier; null where it has none. */
  readonly id: string | null
  /** The code that it goes by, which stands in for an identifier. */
  readonly code: string
  readonly provider: string
  readonly title: string
}

const unique = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i

/** True for an identifier that nobody else gives to anything: a GUID. Other ones are a provider's own numbers. */
export const isUnique = (id: string): boolean => unique.test(id)

/** Which date a catalogue means, of a course of ours: `within` is the id of that course. */
export function dateKey(sourceKey: string, within: string): string {
  return isUnique(sourceKey) ? sourceKey.toLowerCase() : `${within}|${sourceKey}`
}

/**
 * A date without an identifier goes by its day, time and place ("2026-01-14|09:30|hall"): the same without its time, which
 * could not be read or was not known. Undefined for any other key.
 */
export function timelessKey(sourceKey: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}\|)\d{2}:\d{2}(\|.*)$/.exec(sourceKey)
  return match === null ? undefined : `${match[1]}${match[2]}`
}

/** Names the courses of several catalogues: the same key is the same course. */
export interface CourseKeys {
  /** Under which courses share an identifier; undefined where one has none. */
  readonly familyOf: (course: CourseIdentity) => string | undefined
  readonly keyOf: (course: CourseIdentity) => string
}

/**
 * Keys for these courses. An own number belongs to its provider; where a file does not name one (the dates of a catalogue
 * beside its courses), to the only provider that uses the number.
 */
export function courseKeys(courses: readonly CourseIdentity[]): CourseKeys {
  const providers = new Map<string, Set<string>>()
  for (const { id, provider } of courses) {
    if (id === null || provider === '') continue
    const there = providers.get(id)
    if (there) there.add(provider)
    else providers.set(id, new Set([provider]))
  }
  const familyOf = ({ id, provider }: CourseIdentity): string | undefined => {
    if (id === null) return undefined
    if (isUnique(id)) return id.toLowerCase()
    const named = providers.get(id)
    const [only = ''] = named?.size === 1 ? named : []
    return `${provider || only}|${id}`
  }
  return {
    familyOf,
    keyOf: (course) => {
      const family = familyOf(course)
      return family === undefined
        ? `code ${course.code}|${course.provider}|${course.title}`
        : `id ${family}|${course.title}`
    },
  }
}
