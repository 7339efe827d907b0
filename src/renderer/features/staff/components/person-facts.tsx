import { Fragment } from 'react'
import { DefinitionList, type Definition } from '../../../components/definition-list'
import { TextLink } from '../../../components/button'
import { formatDay } from '../../../../shared/kernel/dates'
import type { Person } from '../../../../shared/features/staff/model'
import { formatFte } from '../../../../shared/features/staff/rules'

/** The facts of a person; what is not known is left out, except what a school would look for. */
export function PersonFacts({ person }: { readonly person: Person }) {
  const items: (Definition | undefined)[] = [
    { term: 'FTE', value: person.holdings.length === 0 ? 'No post yet' : formatFte(person.fteThousandths) },
    fact('Staff code', person.staffCode),
    fact(
      'Known as',
      person.knownAs === null ? null : `${person.knownAs} (${`${person.forename} ${person.surname}`.trim()})`,
    ),
    fact('User name', person.userName),
    fact('Work email', person.workEmail),
    fact('Started', person.startedOn === null ? null : formatDay(person.startedOn)),
    {
      term: 'Line manager',
      value:
        person.lineManager === null ? (
          'None recorded'
        ) : (
          <TextLink to={`/staff/${person.lineManager.id}`}>{person.lineManager.name}</TextLink>
        ),
    },
    person.manages.length === 0 ? undefined : { term: 'Manages', value: <People people={person.manages} /> },
    person.worksInBinder ? { term: 'In the binder', value: 'Works in the binder' } : undefined,
  ]
  return <DefinitionList items={items.filter((item) => item !== undefined)} />
}

function fact(term: string, value: string | null): Definition | undefined {
  return value === null ? undefined : { term, value }
}

function People({ people }: { readonly people: readonly { readonly id: string; readonly name: string }[] }) {
  return (
    <>
      {people.map((person, index) => (
        <Fragment key={person.id}>
          {index > 0 && ', '}
          <TextLink to={`/staff/${person.id}`}>{person.name}</TextLink>
        </Fragment>
      ))}
    </>
  )
}
