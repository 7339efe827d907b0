import type { Topic } from '../../../../shared/features/packs/content'
import type { LibraryLine, ReadableKind } from '../../../../shared/features/packs/library'
import { topicTitles } from '../../../../shared/features/packs/words'

/** Texts that stand together under one title. */
export interface Group {
  readonly key: string
  readonly title: string
  readonly lines: readonly LibraryLine[]
}

const kindTitles: Readonly<Record<Exclude<ReadableKind, 'guide'>, string>> = {
  checklist: 'Checklists',
  questions: 'Questions to ask',
  role: 'Roles',
  'case-study': 'Case studies',
}

const groupTitles: Readonly<Record<string, string>> = {
  ...topicTitles,
  ...kindTitles,
  history: 'How it was in earlier years',
}

/**
 * Guides by their topic, then what is worked through (checklists, questions, roles), then case studies. What is no
 * longer so stands apart at the end, so that nobody takes it for today's. Groups without a text are left out.
 */
export function groupsOf(lines: readonly LibraryLine[]): Group[] {
  const groups = new Map<string, LibraryLine[]>(Object.keys(groupTitles).map((key) => [key, []]))
  for (const line of lines) groups.get(groupKeyOf(line))?.push(line)
  return [...groups].flatMap(([key, found]) =>
    found.length === 0 ? [] : [{ key, title: groupTitles[key] ?? key, lines: found }],
  )
}

function groupKeyOf({ kind, topic, from }: LibraryLine): string {
  if (from.isHistory) return 'history'
  return kind === 'guide' ? (topic ?? ('basics' satisfies Topic)) : kind
}
