/**
 * The school's own wording of a text that a pack brings: begun from it, shown in its place, and compared with it when it
 * changes. What was decided is not asked again until theirs changes once more (decision 0015).
 */
import type { RichText, TextBlock } from '../../../shared/kernel/rich-text'
import { Refusal } from '../../../shared/kernel/result'
import type { ComparedWording, WordedKind, Wording } from '../../../shared/features/packs/library'
import type { WriteDb } from '../../db/handle'
import { compareTexts } from '../../lib/compare-texts'
import type { Content } from '../../../shared/features/packs/content'
import { headOf, textOf } from './library'
import { dropOwnContent, keepOwnContent, ownContents, type OwnContent } from './repository'
import type { Shelf, Shelved } from './shelf'
import { isWorded, rewritten, wordingSha256, writtenOf, type Written } from './written'

/** Which text is meant. */
export interface WordedText {
  readonly kind: WordedKind
  readonly id: string
}

/** A text as it is written, ours where there is one. Throws Refusal `record.missing`. */
export async function wordingOf(shelf: Shelf, { kind, id }: WordedText): Promise<Wording> {
  const found = await oneOf(shelf, { kind, id })
  return { kind, id, ...writtenOf(found), from: found.from, theirs: found.theirs }
}

async function oneOf(shelf: Shelf, { kind, id }: WordedText): Promise<Shelved<WordedKind>> {
  const found = await shelf.one(kind, id)
  if (!found) throw new Refusal('record.missing')
  return found
}

/**
 * Keeps the school's wording of a text. One that has come to say just what the pack says is not kept as ours: `isOurs`
 * says which it was. Throws Refusals `record.missing`, `library.same-as-theirs` where nothing was changed, and what {@link rewritten} throws. Only after the shelf was loaded.
 */
export function saveWording(db: WriteDb, shelf: Shelf, given: WordedText & Written): { isOurs: boolean } {
  const { kind, id, ...written } = given
  const own = ownOf(db, given)
  const theirs = shelf.beneathNow(kind, id)
  const before = own ?? theirs
  if (before === undefined) throw new Refusal('record.missing')
  const ours = rewritten(before, written)
  if (theirs && wordingSha256(theirs) === wordingSha256(ours)) {
    if (!own) throw new Refusal('library.same-as-theirs')
    dropOwnContent(db, kind, id)
    return { isOurs: false }
  }
  const basedOn = own ? own.basedOn : theirs && basisOf(theirs)
  keepOwnContent(db, { ...ours, basedOn }, own?.id)
  return { isOurs: true }
}

type OwnText = OwnContent & Content<WordedKind>

function ownOf(db: WriteDb, { kind, id }: WordedText): OwnText | undefined {
  return ownContents(db).find((own): own is OwnText => isWorded(own) && own.kind === kind && own.id === id)
}

function basisOf(theirs: Shelved<WordedKind>): OwnContent['basedOn'] {
  const { packId, version } = theirs.from
  if (packId === null || version === null) throw new Error('a text of a pack without its pack')
  return { packId, version, sha256: wordingSha256(theirs) }
}

/** Ours beside theirs as it is now; nothing where the school has no wording of its own. Throws Refusal `record.missing`. */
export async function compareWording(shelf: Shelf, { kind, id }: WordedText): Promise<ComparedWording> {
  const ours = await oneOf(shelf, { kind, id })
  const theirs = ours.theirs === null ? undefined : shelf.beneathNow(kind, id)
  return {
    title: headOf(ours).title,
    theirs: ours.theirs,
    theirsFrom: theirs?.from ?? null,
    sections: theirs ? compareTexts(wholeText(ours), wholeText(theirs)) : [],
  }
}

/** A text with its title and what it is about, which may differ as well. */
function wholeText(content: Shelved<WordedKind>): RichText {
  const { title, summary } = headOf(content)
  const line = (text: string): TextBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] })
  return { type: 'doc', content: [line(title), line(summary), ...textOf(content).content] }
}

/**
 * Goes back to the text of the pack. Throws Refusals `record.missing` where the school has no wording of its own, and
 * `library.theirs-gone` where there is nothing to go back to. Only after the shelf was loaded.
 */
export function takeTheirs(db: WriteDb, shelf: Shelf, { kind, id }: WordedText): void {
  if (!ownOf(db, { kind, id })?.basedOn) throw new Refusal('record.missing')
  if (!shelf.beneathNow(kind, id)) throw new Refusal('library.theirs-gone')
  dropOwnContent(db, kind, id)
}

/** Keeps ours: from now on it is taken as made from what the pack says today. Throws as {@link takeTheirs}. */
export function keepOurs(db: WriteDb, shelf: Shelf, { kind, id }: WordedText): void {
  const own = ownOf(db, { kind, id })
  if (!own?.basedOn) throw new Refusal('record.missing')
  const theirs = shelf.beneathNow(kind, id)
  if (!theirs) throw new Refusal('library.theirs-gone')
  keepOwnContent(db, { ...own, basedOn: basisOf(theirs) }, own.id)
}
