import type { From, ListKind } from '../../../../shared/features/packs/library'
import type { MenuAction } from '../../../components/menu-button'
import { useWrite } from '../../../lib/contract-client'

const removedWords: Readonly<Record<ListKind, string>> = {
  acronym: 'Acronym removed',
  term: 'Word removed',
  link: 'Link removed',
}

/** What may be done with an entry: the school's own are changed and removed, all others are only read. */
export function useOwnActions(
  kind: ListKind,
  onChange: (id: string) => void,
): (entry: { readonly id: string; readonly from: From }) => readonly MenuAction[] {
  const remove = useWrite('library.remove', { saved: removedWords[kind], toastFailure: true })
  return ({ id, from }) =>
    from.layer === 'own'
      ? [
          { key: 'change', title: 'Change', onAction: () => onChange(id) },
          { key: 'remove', title: 'Remove', isDanger: true, onAction: () => void remove.send({ kind, id }) },
        ]
      : []
}
