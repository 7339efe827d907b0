import { useParams } from 'wouter'
import { zWordedKind, type WordedKind } from '../../../../shared/features/packs/library'

/** The text that the page is about, by its address; undefined for what no school words anew. */
export function useWordedText(): { readonly kind: WordedKind; readonly id: string } | undefined {
  const { kind, id } = useParams<{ kind?: string; id?: string }>()
  const known = zWordedKind.safeParse(kind)
  return known.success && id !== undefined ? { kind: known.data, id: decodeURIComponent(id) } : undefined
}
