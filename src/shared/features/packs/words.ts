/** How the library is spoken of, on screen and on paper. */
import { formatDay } from '../../kernel/dates'
import type { Topic } from './content'
import type { Source } from './content-parts'
import type { Found, From, ReadableKind } from './library'

/** Topics in the order in which somebody new to CPD would read. */
export const topicTitles: Readonly<Record<Topic, string>> = {
  basics: 'The basics',
  people: 'Who it is for',
  kinds: 'Kinds of opportunity',
  planning: 'Planning',
  methods: 'Ways of learning',
  evidence: 'Evidence and impact',
  funding: 'Money',
  quality: 'Quality and inspection',
  leading: 'Leading CPD',
}

/** What one of a kind is called. */
export const kindNames: Readonly<Record<Found['kind'], string>> = {
  guide: 'Guide',
  'case-study': 'Case study',
  template: 'Template',
  role: 'Role',
  checklist: 'Checklist',
  questions: 'Questions to ask',
  acronym: 'Acronym',
  term: 'Glossary',
  link: 'Web link',
  entitlement: 'Entitlement',
  framework: 'Framework of standards',
  form: 'Form to find needs',
  qualification: 'Levels of qualifications',
  contents: 'Contents of the binder',
}

/** What is said of a kind beneath its title; a case study is always said to be invented. */
export function aboutKind(kind: ReadableKind): string {
  return kind === 'case-study' ? 'Case study, invented to show how it may go' : kindNames[kind]
}

/** Where something came from, in one sentence. */
export function fromSentence({ layer, packId, packTitle, version, dated }: From): string {
  if (layer === 'own' && packId === null) return 'Your school’s own.'
  const edition = [
    version === null ? undefined : `version ${version}`,
    dated === null ? undefined : `dated ${formatDay(dated)}`,
  ].filter((part) => part !== undefined)
  const named = `“${packTitle ?? packId ?? ''}”`
  if (layer === 'own') return `Your school’s own wording of a text from ${[named, ...edition].join(', ')}.`
  const whose = layer === 'handed' ? 'handed to your school' : 'comes with CPD Binder'
  return `From ${[named, ...edition, whose].join(', ')}.`
}

/** What is to be known before anybody relies on a text; undefined when there is nothing. */
export function cautionOf({ isHistory, isToBeChecked, packTitle, dated }: From): string | undefined {
  if (isHistory) return `${packTitle ?? 'As it was'}: kept for reading older papers. Do not rely on it today.`
  if (!isToBeChecked) return undefined
  const asOf = dated === null ? '' : ` It says how things stood on ${formatDay(dated)}.`
  return `Check before relying on it.${asOf}`
}

/** A source in one line, with the day on which it was looked at. */
export function sourceLine({ title, url, asOf }: Source): string {
  return [title, url, `looked at on ${formatDay(asOf)}`].filter((part) => part !== null).join(', ')
}
