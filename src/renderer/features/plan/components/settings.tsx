import { zPlanInput, type Plan } from '../../../../shared/features/plan/model'
import { formatPence } from '../../../../shared/kernel/money'
import { Button } from '../../../components/button'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { MoneyField } from '../../../components/fields/money-field'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { useWrite } from '../../../lib/contract-client'

interface SettingsProps {
  readonly plan: Plan
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Title, budget, funds and the words at the head of the plan. */
export function Settings({ plan, isOpen, onClose }: SettingsProps) {
  return (
    <SidePanel title="Budget, funds and words" isOpen={isOpen} onClose={onClose}>
      {isOpen && <SettingsForm plan={plan} onClose={onClose} />}
    </SidePanel>
  )
}

function SettingsForm({ plan, onClose }: Omit<SettingsProps, 'isOpen'>) {
  const isAll = plan.funds.every(({ isChosen }) => isChosen)
  const form = useZodForm(zPlanInput, {
    id: plan.id,
    title: plan.title,
    ownBudgetPence: plan.ownBudgetPence,
    fundIds: isAll ? [] : plan.funds.filter(({ isChosen }) => isChosen).map(({ id }) => id),
    words: plan.words,
  })
  const draft = useDraft(form, 'plan.settings', plan.id)
  const save = useWrite('plan.save', { saved: 'Plan saved' })
  return (
    <Form form={form} draft={draft} label="Plan" onSubmit={(values) => save.send(values)} onSaved={onClose}>
      <DraftNotice draft={draft} />
      <TextField name="title" label="Title" isRequired />
      <MoneyField
        name="ownBudgetPence"
        label="Budget of the plan"
        hint="Leave it empty to plan with what the funds have for the days of the year."
      />
      {plan.funds.length > 0 && (
        <CheckBoxGroup
          name="fundIds"
          label="Funds that it may use"
          hint="Nothing ticked is all of them."
          options={plan.funds.map(({ id, name, budgetPence }) => ({
            value: id,
            title: name,
            note: formatPence(budgetPence),
          }))}
        />
      )}
      <TextArea name="words" label="Words at its head" rows={5} hint="They stand below the first sentences." />
      <FormActions submit="Save the plan">
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </FormActions>
    </Form>
  )
}
