import type { Typology } from '../../../../shared/features/packs/model'
import type { Option } from '../../../components/fields/field-types'
import { useRead } from '../../../lib/contract-client'

export interface TypologyWords {
  readonly types: readonly Option[]
  readonly provisions: readonly Option[]
  readonly levels: readonly Option[]
  readonly typeName: (code: string) => string
  readonly provisionName: (code: string) => string
  readonly levelName: (code: string) => string
  /** The source and level a type usually has. */
  readonly usualFor: (typeCode: string) => Typology['types'][number] | undefined
}

/** Types, sources and levels of the pack, as words and choices. Codes stand for themselves until it is read. */
export function useTypology(): TypologyWords {
  const { data } = useRead('packs.typology', {})
  const named = (list: readonly { code: string; name: string }[] | undefined) => (code: string) =>
    list?.find((item) => item.code === code)?.name ?? code
  const options = (list: readonly { code: string; name: string }[] | undefined) =>
    (list ?? []).map((item) => ({ value: item.code, title: item.name }))
  return {
    types: options(data?.types),
    provisions: options(data?.provisions),
    levels: options(data?.levels),
    typeName: named(data?.types),
    provisionName: named(data?.provisions),
    levelName: named(data?.levels),
    usualFor: (typeCode) => data?.types.find((type) => type.code === typeCode),
  }
}
