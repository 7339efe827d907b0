/** What sheets are made of. */
import { formatDayShort } from '../../kernel/dates'
import type { TalkPromise } from './parts'

/** A piece of a sheet. Answers are null where nothing was said; a list that is empty has no rows. */
export type SheetPart =
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string | null])[] }
  /** `lines`: how many there are to write on. */
  | { readonly kind: 'words'; readonly title: string; readonly words: string | null; readonly lines: number }
  | {
      readonly kind: 'rows'
      readonly title: string
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly lines: number
      readonly note?: string
    }
  | {
      readonly kind: 'ticks'
      readonly title: string
      readonly ticks: readonly {
        readonly label: string
        readonly isTicked: boolean
        readonly note: string | null
      }[]
    }
  | { readonly kind: 'heading'; readonly title: string }

/** Who does what by when. */
export function promiseRows(title: string, promises: readonly TalkPromise[]): SheetPart {
  return {
    kind: 'rows',
    title,
    columns: ['What', 'Who', 'By when'],
    rows: promises.map(({ what, who, byOn }) => [what, who ?? '', byOn === null ? '' : formatDayShort(byOn)]),
    lines: 4,
  }
}
