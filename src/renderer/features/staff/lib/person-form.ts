import { z } from 'zod'
import { zPersonInput, type Person } from '../../../../shared/features/staff/model'
import type { StartValues } from '../../../components/form'
import type { InputFor } from '../../../lib/contract-client'
import { holdingFacts, zPostForm } from './post-form'

/** A person as typed: what the contract takes, and that a second person of that name is meant. */
export const zPersonForm = zPersonInput.omit({ id: true }).extend({ keepSameName: z.boolean().default(false) })

/** Someone new: the person and the post they start in. */
export const zNewPersonForm = zPersonForm.extend({ firstPost: zPostForm })

/** What the form of someone who is there starts with. A name that was only an account is to be written anew. */
export function startPerson(person: Person | undefined): StartValues<typeof zPersonForm> {
  return {
    title: person?.title ?? null,
    forename: person?.forename ?? '',
    surname: person === undefined || person.isNameMissing ? '' : person.surname,
    knownAs: person?.knownAs ?? null,
    staffCode: person?.staffCode ?? null,
    userName: person?.userName ?? null,
    workEmail: person?.workEmail ?? null,
    startedOn: person?.startedOn ?? null,
    lineManagerId: person?.lineManager?.id ?? null,
    worksInBinder: person?.worksInBinder ?? false,
    keepSameName: false,
  }
}

/** What the contract takes for someone new. */
export function newPersonInput(form: z.output<typeof zNewPersonForm>): InputFor<'staff.savePerson'> {
  const { firstPost, ...person } = form
  return { ...person, firstPost: holdingFacts(firstPost) }
}
