import { sectionsOf, plainText } from '../../../shared/kernel/rich-text'
import { readMarkdown } from '../../../shared/kernel/markdown'
import { dataEntries, type DataKind } from '../../../shared/features/packs/data'
import { compareVersions, type Content, type ContentKind, type Pack } from '../../../shared/features/packs/content'

/** What is other in one thing of a pack. */
export interface ContentChange {
  readonly kind: ContentKind | DataKind
  readonly id: string
  readonly what: 'added' | 'removed' | 'changed'
  /** For what changed: which of its fields, and which sections of its text ("new section: Our aims"). */
  readonly details: readonly string[]
}

export interface PackDifference {
  readonly from: { readonly id: string; readonly version: string }
  readonly to: { readonly id: string; readonly version: string }
  /** True when the second is the same pack in a later version, as an update must be. */
  readonly isUpdate: boolean
  readonly changes: readonly ContentChange[]
}

/** What a second edition of a pack adds, takes away and changes, in the order of the kinds and ids. */
export function comparePacks(before: Pack, after: Pack): PackDifference {
  const [old, young] = [byKey(before), byKey(after)]
  const keys = [...new Set([...old.keys(), ...young.keys()])].sort()
  return {
    from: { id: before.manifest.id, version: before.manifest.version },
    to: { id: after.manifest.id, version: after.manifest.version },
    isUpdate:
      before.manifest.id === after.manifest.id &&
      compareVersions(before.manifest.version, after.manifest.version) < 0,
    changes: [...keys.flatMap((key) => changeOf(old.get(key), young.get(key))), ...changesOfData(before, after)],
  }
}

/** Of data the entries that are new, gone or other: "types/COACH". */
function changesOfData(before: Pack, after: Pack): ContentChange[] {
  const [old, young] = [dataEntries(before.data), dataEntries(after.data)]
  return [...new Set([...old.keys(), ...young.keys()])].sort().flatMap((key): ContentChange[] => {
    const [was, is] = [old.get(key), young.get(key)]
    const kind = (is ?? was)?.kind
    if (kind === undefined || JSON.stringify(was) === JSON.stringify(is)) return []
    const what = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
    return [{ kind, id: key.slice(kind.length + 1), what, details: [] }]
  })
}

function byKey(pack: Pack): ReadonlyMap<string, Content> {
  return new Map(pack.contents.map((content) => [`${content.kind} ${content.id}`, content]))
}

function changeOf(before: Content | undefined, after: Content | undefined): ContentChange[] {
  const one = after ?? before
  if (one === undefined) return []
  const { kind, id } = one
  if (before === undefined) return [{ kind, id, what: 'added', details: [] }]
  if (after === undefined) return [{ kind, id, what: 'removed', details: [] }]
  const details = [...changedFields(before, after), ...changedSections(before.markdown, after.markdown)]
  return details.length === 0 ? [] : [{ kind, id, what: 'changed', details }]
}

function changedFields(before: Content, after: Content): string[] {
  const [old, young] = [before.fields as Record<string, unknown>, after.fields as Record<string, unknown>]
  return [...new Set([...Object.keys(old), ...Object.keys(young)])]
    .filter((key) => JSON.stringify(old[key]) !== JSON.stringify(young[key]))
    .sort()
}

/** How two texts differ, by their sections: what is new, gone or worded in another way. */
export function changedSections(before: string, after: string): string[] {
  if (before === after) return []
  const [old, young] = [sectionTexts(before), sectionTexts(after)]
  const name = (title: string) => (title === '' ? 'the beginning' : title)
  return [
    ...[...young.keys()].filter((title) => !old.has(title)).map((title) => `new section: ${name(title)}`),
    ...[...old.keys()].filter((title) => !young.has(title)).map((title) => `section gone: ${name(title)}`),
    ...[...young.keys()]
      .filter((title) => old.has(title) && old.get(title) !== young.get(title))
      .map((title) => `section changed: ${name(title)}`),
  ]
}

function sectionTexts(markdown: string): ReadonlyMap<string, string> {
  const sections = sectionsOf(readMarkdown(markdown).text)
  return new Map(
    sections.map(({ title, content }) => [title, JSON.stringify(content) + plainText({ type: 'doc', content })]),
  )
}
