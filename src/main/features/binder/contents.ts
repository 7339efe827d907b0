import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import type { BinderContents, BinderEntry } from '../../../shared/features/binder/model'
import { placeOf } from '../../../shared/features/binder/places'
import {
  stateOfDocument,
  stateOfPage,
  type LiveFacts,
  type State,
  type Waiting,
} from '../../../shared/features/binder/states'
import type { BinderTexts } from '../../../shared/features/binder/texts'
import type { ContentsEntry, ContentsOrder, Opens } from '../../../shared/features/packs/content'
import type { LibraryItem, LibraryLine } from '../../../shared/features/packs/library'
import { binderPages } from '../../../shared/features/packs/pages'
import { kindNames } from '../../../shared/features/packs/words'

/** What the states of entries are made from. */
export interface Standing {
  readonly texts: BinderTexts
  readonly facts: LiveFacts
  readonly waiting: readonly Waiting[]
  readonly today: Day
}

/** The order of this id, else the first. Throws Refusal `record.missing` when no pack brings one. */
export function orderOf({ orders }: BinderTexts, id: string): ContentsOrder {
  const order = orders.find((one) => one.id === id) ?? orders[0]
  if (order === undefined) throw new Refusal('record.missing')
  return order
}

/** The binder in one order, each entry with where it leads and how it stands. */
export function contentsOf(standing: Standing, orderId: string): BinderContents {
  const { orders } = standing.texts
  const order = orderOf(standing.texts, orderId)
  const lines = new Map(standing.texts.lines.map((line) => [`${line.kind} ${line.id}`, line]))
  return {
    orders: orders.map(headOf),
    order: headOf(order),
    sections: order.sections.map(({ id, title, divider, entries }) => ({
      id,
      title,
      divider: divider ?? null,
      entries: entries.map((entry) => entryOf(entry, standing, lines)),
    })),
  }
}

/** The texts that each section opens, each text once, behind the first section that names it. */
export function textsBehind(
  { sections }: ContentsOrder,
  items: ReadonlyMap<string, LibraryItem>,
): ReadonlyMap<string, readonly LibraryItem[]> {
  const left = new Map(items)
  return new Map(
    sections.map(({ id, entries }) => [
      id,
      entries.flatMap(({ opens }) => {
        if (!('library' in opens)) return []
        const key = `${opens.library.kind} ${opens.library.id}`
        const item = left.get(key)
        left.delete(key)
        return item === undefined ? [] : [item]
      }),
    ]),
  )
}

function headOf({ id, title, about }: ContentsOrder) {
  return { id, title, about }
}

type Lines = ReadonlyMap<string, LibraryLine>

function entryOf(entry: ContentsEntry, standing: Standing, lines: Lines): BinderEntry {
  const { opens } = entry
  const place = placeOf(opens, standing.facts.documents)
  const { state, reason } = stateOf(opens, standing, lines)
  return {
    id: entry.id,
    title: entry.title ?? nameOf(opens, standing.texts, lines) ?? entry.id,
    note: entry.note ?? null,
    route: 'route' in place && state !== 'missing' ? place.route : null,
    state,
    reason,
    isWordVersion: entry.isWordVersion,
    later: 'comesWith' in place ? place.comesWith : (entry.later ?? null),
  }
}

function nameOf(opens: Opens, texts: BinderTexts, lines: Lines): string | undefined {
  if ('page' in opens) return binderPages[opens.page]
  if ('library' in opens) return lineFor(opens.library, lines)?.title
  return 'template' in opens ? texts.templates.get(opens.template) : undefined
}

const lineFor = ({ kind, id }: { readonly kind: string; readonly id: string }, lines: Lines) =>
  lines.get(`${kind} ${id}`)

function stateOf(opens: Opens, { texts, facts, waiting, today }: Standing, lines: Lines): State {
  if ('page' in opens) return stateOfPage(opens.page, facts, waiting)
  if ('library' in opens) return stateOfText(lineFor(opens.library, lines))
  if ('template' in opens) {
    const document = facts.documents.get(opens.template)
    return document || texts.templates.has(opens.template) ? stateOfDocument(document, today) : missing
  }
  return { state: 'to-come', reason: '' }
}

const missing: State = { state: 'missing', reason: '' }

/** A text is read as its pack brought it, or stands in the school's own words. */
function stateOfText(line: LibraryLine | undefined): State {
  if (line === undefined) return missing
  const { layer, packTitle, isToBeChecked, isHistory } = line.from
  const words = [kindNames[line.kind].toLowerCase()]
  if (layer === 'own') return { state: 'own', reason: words.join() }
  if (layer === 'handed' && packTitle !== null) words.push(`from ${packTitle}`)
  if (isToBeChecked) words.push('check before relying on it')
  if (isHistory) words.push('as it was then')
  return { state: 'to-read', reason: words.join(', ') }
}
