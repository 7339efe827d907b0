import { useRead } from '../../../lib/contract-client'

const named = (list: readonly { readonly code: string; readonly name: string }[] | undefined) => (code: string) =>
  list?.find((one) => one.code === code)?.name ?? code

/** Words for the codes of kinds, sources and levels; a code stands for itself until they are read. */
export function useTypologyNames() {
  const { data } = useRead('packs.typology', {})
  return { type: named(data?.types), provision: named(data?.provisions), level: named(data?.levels) }
}
