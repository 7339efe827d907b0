import { useWatch, type FieldValues } from 'react-hook-form'
import { z } from 'zod'
import { practicalities, zRouteCost } from '../../../../shared/features/talks/route'
import { payerNames, practicalNames } from '../../../../shared/features/talks/route-words'
import { costsByPayer } from '../../../../shared/features/talks/rules'
import { formatPence, pence } from '../../../../shared/kernel/money'
import { CheckBox } from '../../../components/fields/check-box'
import { MoneyField } from '../../../components/fields/money-field'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { FormPart } from '../../../components/form'
import { Lines } from './lines'

const payers = Object.entries(payerNames).map(([value, title]) => ({ value, title }))

/** Step 4: the ten practical matters, and every cost with who pays it. */
export function PracticeStep() {
  return (
    <>
      <FormPart title="Seen to before anybody begins">
        {practicalities.map((key) => (
          <div className="talk-practical" key={key}>
            <CheckBox name={`practical.${key}.isSeenTo`} label={practicalNames[key].title} />
            <TextField name={`practical.${key}.note`} label={practicalNames[key].note} saysOptional={false} />
          </div>
        ))}
      </FormPart>
      <FormPart title="What it costs, and who pays">
        <p className="muted">Fees, books, travel, cover, exam entries, a laptop, child care: hidden costs too.</p>
        <Lines name="costs" one="Cost" empty={{ what: '', amountPence: null, payer: 'school' }}>
          {(at) => (
            <>
              <TextField name={`${at}what`} label="What" isRequired />
              <MoneyField name={`${at}amountPence`} label="Amount" isRequired />
              <Select name={`${at}payer`} label="Who pays" isRequired options={payers} />
            </>
          )}
        </Lines>
        <Sums />
      </FormPart>
    </>
  )
}

/** What each of them pays, as far as the lines are filled in. */
function Sums() {
  const costs = z.array(zRouteCost).safeParse(useWatch<FieldValues>({ name: 'costs' }))
  if (!costs.success || costs.data.length === 0) return null
  const { school, person, other } = costsByPayer({ costs: costs.data })
  const sums = [
    [payerNames.school, school],
    [payerNames.person, person],
    [payerNames.other, other],
  ] as const
  const told = sums
    .filter(([, amount]) => amount > 0)
    .map(([who, amount]) => `${who}: ${formatPence(pence(amount))}`)
  return <p>{told.join(' · ')}</p>
}
