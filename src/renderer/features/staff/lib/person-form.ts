import { z } from 'zod'
import { zDay } from '../../../../shared/kernel/dates'
import type { Person } from '../../../../shared/features/staff/model'
import type { InputFor } from '../../../lib/contract-client'
import { holdingFacts, zPostForm } from './post-form'

/** A person as typed; blanks are blank text here and become "not known" in the contract. */
export const zPersonForm = z.object({
  title: z.string().nullable().default(null),
  forename: z.string().trim().max(120, 'input.too-long').default(''),
  surname: z.string().trim().min(1, 'input.required').max(120, 'input.too-long'),
  knownAs: z.string().nullable().default(null),
  staffCode: z.string().nullable().default(null),
  userName: z.string().nullable().default(null),
  workEmail: z
    .string()
    .trim()
    .regex(/^$|^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'email.invalid')
    .nullable()
    .default(null),
  startedOn: zDay.nullable().default(null),
  lineManagerId: z.string().nullable().default(null),
  worksInBinder: z.boolean().default(false),
  keepSameName: z.boolean().default(false),
})

/** Someone new: the person and the post they start in. */
export const zNewPersonForm = zPersonForm.extend({ firstPost: zPostForm })

/** What the form of someone who is there starts with. A name that was only an account is to be written anew. */
export function startPerson(person: Person | undefined): z.input<typeof zPersonForm> {
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
