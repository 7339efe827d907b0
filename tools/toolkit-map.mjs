// Writes docs/toolkit-map.md: where each component that the old toolkits name is in the program, made from the contents
// that the binder shows (resources/packs/toolkit-core/contents.json) and from the duties below.
//   node tools/toolkit-map.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { binderPages, partsToCome } from '../src/shared/features/packs/pages.ts'

const root = join(import.meta.dirname, '..')
const packs = join(root, 'resources', 'packs')
/** Where the map is kept. */
export const mapFile = join(root, 'docs', 'toolkit-map.md')

/** @typedef {{ page?: keyof typeof binderPages, library?: { kind: string, id: string }, template?: string, comesWith?: keyof typeof partsToCome }} Opens */
/** @typedef {{ title?: string, note?: string, opens: Opens, later?: keyof typeof partsToCome }} Entry */
/** @typedef {{ id: string, title: string, sections: { title: string, entries: Entry[] }[] }} Order */

/** The toolkits of annex 3, in its order; our own order is no toolkit's. */
const toolkits = ['everybodys-learning', 'cpd-leadership-guidance', 'londons-learning']

/** What each kind of text is called. */
const kinds = /** @type {Readonly<Record<string, string>>} */ ({
  guide: 'guide',
  'case-study': 'case study',
  checklist: 'checklist',
  questions: 'questions',
  role: 'role',
})

/** Duties that the 2007 report gives a CPD leader (annexes 2 and 4), and its annual report to governors. */
const duties = [
  [
    'Equality of access for all members of the school community',
    'Hours per full-time post by staff group, on Today and in the governors’ report',
  ],
  ['Balance national, authority, school and team priorities', 'Priorities at four levels'],
  ['Resources deployed to school improvement', 'Cost by priority in the governors’ report'],
  ['Evaluating impact; cost-effectiveness', 'Impact; full cost beside evidence level in the governors’ report'],
  ['Annual report to head and governors on provision and impact', 'Reports, Governors’ report, issued and kept'],
  ['Booking, cover and dissemination', 'Bookings and cover costs; dissemination not yet'],
]

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** Titles of texts and templates by "kind id". */
function titles() {
  const found = new Map()
  /** @param {string} kind @param {{ id: string, title: string }[] | undefined} things */
  const add = (kind, things) => things?.forEach(({ id, title }) => found.set(`${kind} ${id}`, title))
  for (const pack of readdirSync(packs)) {
    const files = readdirSync(join(packs, pack))
    /** @param {string} name */
    const index = (name) => (files.includes(name) ? json(join(packs, pack, name)) : {})
    add('guide', index('guides.json').guides)
    add('case-study', index('case-studies.json').caseStudies)
    add('template', index('templates.json').templates)
    add('role', index('roles.json').roles)
    add('questions', index('questions.json').sets)
    const { checklists = [] } = index('checklists.json')
    add(
      'checklist',
      checklists.map((/** @type {string} */ file) => json(join(packs, pack, file))),
    )
  }
  return found
}

/** The words of one cell: nothing in them may end it. @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|')

/** @param {Entry} entry @param {ReadonlyMap<string, string>} names */
function where({ opens, note, later }, names) {
  const parts = [placeOf(opens, names)]
  if (note !== undefined) parts.push(note)
  if (later !== undefined) parts.push(`more comes with ${partsToCome[later]}`)
  return parts.join('; ')
}

/** @param {Opens} opens @param {ReadonlyMap<string, string>} names */
function placeOf({ page, library, template, comesWith }, names) {
  if (page !== undefined) return `Page “${binderPages[page]}”`
  if (library) return `Library, ${kinds[library.kind]} “${names.get(`${library.kind} ${library.id}`)}”`
  if (template !== undefined) return `Documents, Begin a document: template “${names.get(`template ${template}`)}”`
  return comesWith === undefined ? '' : `Not yet (${partsToCome[comesWith]})`
}

/** @param {Order} order @param {ReadonlyMap<string, string>} names */
function tableOf({ title, sections }, names) {
  const rows = sections.flatMap((section) =>
    section.entries.map((entry) => [section.title, entry.title ?? '', where(entry, names)]),
  )
  return [
    `## ${title}`,
    '',
    '| Section | Component | Where |',
    '|---|---|---|',
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
    '',
  ]
}

/** The whole map as Markdown. */
export function toolkitMap() {
  /** @type {Order[]} */
  const orders = json(join(packs, 'toolkit-core', 'contents.json')).orders
  const names = titles()
  return [
    '# Where the toolkits’ components live',
    '',
    'Each component that the source documents name (2007 report, annex 3), and where it is in CPD Binder. **Not yet** means a later step; nothing here claims what is not there. Names of components are facts; no wording or formula of a toolkit is used. Made by `node tools/toolkit-map.mjs` from the contents that the binder shows; change those, not this file.',
    '',
    ...toolkits
      .flatMap((id) => orders.filter((order) => order.id === id))
      .flatMap((order) => tableOf(order, names)),
    '## The 2007 report: responsibilities (annexes 2 and 4) and the annual report to governors',
    '',
    '| Responsibility | Where |',
    '|---|---|',
    ...duties.map((row) => `| ${row.map(cell).join(' | ')} |`),
    '',
  ].join('\n')
}

if (process.argv[1] === import.meta.filename) writeFileSync(mapFile, toolkitMap())
