import { useParams } from 'wouter'
import type { Day } from '../../../../shared/kernel/dates'
import type { Cost } from '../../../../shared/features/costs/model'
import { DraftNotice, useDraft } from '../../../components/draft'
import { Form, FormActions, FormPart, useZodForm } from '../../../components/form'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { navigate, useQueryParam, withQuery } from '../../../lib/navigation'
import { CostAmountFields, CostStartFields } from '../components/cost-amount-fields'
import { CostForFields, CostSharingPart } from '../components/cost-for-fields'
import { CostMoreFields } from '../components/cost-more-fields'
import { CostSays } from '../components/cost-says'
import { FundFields } from '../components/fund-fields'
import { costInputOf, startCost, zCostForm, type Choices } from '../lib/cost-form'
import { useProposals } from '../lib/use-proposals'

/** One form for a new cost and for changing one; it says in words what it will do. */
export function CostFormPage() {
  const { id } = useParams<{ id?: string }>()
  const cost = useRead('costs.get', { id: id ?? '' }, { enabled: id !== undefined })
  const choices = useRead('costs.choices', {})
  const status = useRead('school.status', {})
  return (
    <>
      <PageHead
        title={id === undefined ? 'Record a cost' : 'Change a cost'}
        about={
          id === undefined
            ? 'One cost of an event, of one person’s place, or of the school as a whole, as far as it has come.'
            : 'What it is and who pays. What happened to it stays as it was.'
        }
        trail={[
          { title: 'Money', to: '/money' },
          { title: 'Costs', to: '/money/costs' },
        ]}
      />
      <ReadState read={status}>
        {({ today }) => (
          <ReadState read={choices}>
            {(known) =>
              id === undefined ? (
                <CostForm cost={undefined} choices={known} today={today} />
              ) : (
                <ReadState read={cost}>
                  {(found) => <CostForm cost={found} choices={known} today={today} />}
                </ReadState>
              )
            }
          </ReadState>
        )}
      </ReadState>
    </>
  )
}

interface CostFormProps {
  readonly cost: Cost | undefined
  readonly choices: Choices
  readonly today: Day
}

function CostForm({ cost, choices, today }: CostFormProps) {
  const [eventId] = useQueryParam('event')
  const eventOn = choices.events.find((event) => event.id === eventId)?.firstOn
  // Whoever came from an event goes back to its costs, where the sum is and the next one is recorded.
  const back = cost === undefined && eventId !== undefined ? `/activities/${eventId}?tab=costs` : undefined
  const form = useZodForm(zCostForm, startCost(cost, { eventId: eventId ?? null, eventOn: eventOn ?? null, today }))
  const draft = useDraft(form, 'costs.cost', cost?.id ?? `new ${eventId ?? ''}`.trim())
  const save = useWrite('costs.save', { saved: cost ? 'Cost saved' : 'Cost recorded' })
  return (
    <Form
      form={form}
      draft={draft}
      label="Cost"
      onSubmit={(values) => save.send(costInputOf(values, cost))}
      onSaved={({ id }) => navigate(back ?? (cost ? withQuery(`/money/costs/${id}`) : `/money/costs/${id}`))}
    >
      <DraftNotice draft={draft} />
      <CostFields isNew={cost === undefined} choices={choices} />
      <CostSays isNew={cost === undefined} choices={choices} />
      <FormActions
        submit={cost ? 'Save the cost' : 'Record this cost'}
        cancelTo={back ?? (cost ? withQuery(`/money/costs/${cost.id}`) : '/money/costs')}
      />
    </Form>
  )
}

function CostFields({ isNew, choices }: { readonly isNew: boolean; readonly choices: Choices }) {
  useProposals(choices)
  return (
    <>
      <FormPart title="What for">
        <CostForFields choices={choices} />
      </FormPart>
      <FormPart title="How much">
        <CostAmountFields choices={choices} />
      </FormPart>
      {isNew && (
        <FormPart title="How far it has come">
          <CostStartFields />
        </FormPart>
      )}
      <CostSharingPart />
      <FormPart title="Who pays">
        <FundFields choices={choices} />
      </FormPart>
      <FormPart title="For the accounts">
        <CostMoreFields choices={choices} />
      </FormPart>
    </>
  )
}
