import { zProviderInput, type ProviderInput } from '../../../shared/features/provision/model'
import { Refusal } from '../../../shared/kernel/result'
import type { WriteDb } from '../../db/handle'
import { providerByName, saveProvider } from './repository'

/** Keeps a provider. Throws Refusal `provider.name-taken` when another one has that name. */
export function keepProvider(db: WriteDb, input: ProviderInput): string {
  const other = providerByName(db, input.name)
  if (other !== undefined && other !== input.id) {
    throw new Refusal('provider.name-taken', { name: input.name }, [{ path: 'name', code: 'provider.name-taken' }])
  }
  return saveProvider(db, input)
}

/** The provider of a name, made when there is none yet: for quick entry. Returns its id. */
export function providerNamed(db: WriteDb, name: string): string {
  return providerByName(db, name) ?? saveProvider(db, zProviderInput.parse({ name }))
}
