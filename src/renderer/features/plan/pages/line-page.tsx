import { useParams } from 'wouter'
import type { Plan, PlanLine } from '../../../../shared/features/plan/model'
import { daysWords, measureWords, whenWords, whoWords } from '../../../../shared/features/plan/words'
import { formatPence } from '../../../../shared/kernel/money'
import { LinkButton, TextLink } from '../../../components/button'
import { DefinitionList } from '../../../components/definition-list'
import { EmptyState } from '../../../components/empty-state'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { LineForm } from '../components/line-form'
import { planAt, usePlanYear } from '../lib/use-plan-year'

/** Adds a line to the plan of a year. */
export function NewLinePage() {
  return <WithPlan id={undefined} />
}

/** Changes a line of the plan, or shows it where the plan is approved or waits for approval. */
export function LinePage() {
  const { id } = useParams<{ id: string }>()
  return <WithPlan key={id} id={id} />
}

function WithPlan({ id }: { readonly id: string | undefined }) {
  const { year } = usePlanYear()
  const read = useRead('plan.get', { year: year ?? 2000 }, { enabled: year !== undefined })
  const choices = useRead('plan.choices', {})
  return (
    <ReadState read={read}>
      {({ plan }) => {
        const line = plan?.lines.find((one) => one.id === id)
        if (plan === null || (id !== undefined && line === undefined)) return <Gone />
        return (
          <>
            <PageHead
              title={line === undefined ? 'Add to the plan' : line.title}
              trail={[{ title: plan.title, to: planAt('/plan', plan.academicYear) }]}
            />
            {plan.state === 'draft' ? (
              <ReadState read={choices}>{(data) => <LineForm plan={plan} line={line} choices={data} />}</ReadState>
            ) : (
              <Shown plan={plan} line={line} />
            )}
          </>
        )
      }}
    </ReadState>
  )
}

function Gone() {
  return (
    <>
      <PageHead title="This line is not in the plan" trail={[{ title: 'Training plan', to: '/plan' }]} />
      <EmptyState
        title="Nothing to show"
        about="It was taken out, or the year has no plan yet."
        primary={<LinkButton to="/plan">Open the plan</LinkButton>}
      />
    </>
  )
}

/** A line that cannot be changed now. */
function Shown({ plan, line }: { readonly plan: Plan; readonly line: PlanLine | undefined }) {
  if (line === undefined)
    return (
      <p>
        The plan is approved or waits for approval, so nothing is added to it.{' '}
        <TextLink to={planAt('/plan', plan.academicYear)}>Open the plan</TextLink>
      </p>
    )
  const event =
    line.eventId === null ? null : <TextLink to={`/activities/${line.eventId}`}>{line.eventTitle ?? ''}</TextLink>
  const items = [
    { term: 'For whom', value: whoWords(line, { names: true }) },
    { term: 'When', value: whenWords(line) },
    { term: 'Priority', value: line.priorityTitle },
    { term: 'Needs', value: line.needs.map(({ title }) => title).join(', ') },
    { term: 'Led by', value: line.lead },
    { term: 'Provider', value: line.providerName },
    { term: 'Cost', value: formatPence(line.costPence) },
    { term: 'Cover', value: line.coverQuarterDays === 0 ? null : daysWords(line.coverQuarterDays) },
    { term: 'How we will know', value: measureWords(line) },
    { term: 'Event', value: event },
    { term: 'Note', value: line.note },
  ]
  return <DefinitionList items={items.filter(({ value }) => value !== null && value !== '')} />
}
