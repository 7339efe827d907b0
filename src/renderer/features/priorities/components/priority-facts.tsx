import { TextLink } from '../../../components/button'
import { DefinitionList, type Definition } from '../../../components/definition-list'
import { formatDay, type Day } from '../../../../shared/kernel/dates'
import { formatPence, pence } from '../../../../shared/kernel/money'
import type { Priority } from '../../../../shared/features/priorities/model'
import { formatMeasure } from '../../../../shared/features/priorities/rules'

/** What the priority is measured by, who leads it, what it has cost. */
export function PriorityFacts({ priority }: { readonly priority: Priority }) {
  const items: (Definition | undefined)[] = [
    { term: 'Measure', value: priority.measure ?? 'None yet' },
    valued('Started at', priority.baselineValue, priority.baselineOn, priority.unit),
    valued('Target', priority.targetValue, priority.targetOn, priority.unit),
    priority.leadName === null
      ? undefined
      : {
          term: 'Led by',
          value:
            priority.leadPersonId === null ? (
              priority.leadName
            ) : (
              <TextLink to={`/staff/${priority.leadPersonId}`}>{priority.leadName}</TextLink>
            ),
        },
    priority.teamName === null ? undefined : { term: 'Team', value: priority.teamName },
    { term: 'Paid', value: formatPence(priority.paidPence) },
    priority.promisedPence === 0 ? undefined : { term: 'Promised', value: formatPence(priority.promisedPence) },
    priority.promisedPence === 0
      ? undefined
      : { term: 'Together', value: formatPence(pence(priority.paidPence + priority.promisedPence)) },
    priority.successCriteria === null ? undefined : { term: 'Success is', value: priority.successCriteria },
  ]
  return <DefinitionList items={items.filter((item) => item !== undefined)} />
}

function valued(term: string, value: number | null, on: Day | null, unit: string | null): Definition | undefined {
  if (value === null) return undefined
  return { term, value: `${formatMeasure(value, unit)}${on === null ? '' : `, ${formatDay(on)}`}` }
}
