import { formatPence, parsePence, type Pence } from '../../../shared/kernel/money'
import { bindField } from './bind-field'
import type { Controlled, FieldBase } from './field-types'
import { ParsedInput, type Typed } from './parsed-input'

const isPence = (value: Typed<Pence>): value is Pence => typeof value === 'number'
const withoutSign = (value: Pence) => formatPence(value).replace('£', '')

function MoneyInput(props: FieldBase & Controlled<Typed<Pence>>) {
  return (
    <ParsedInput<Pence>
      width="short"
      {...props}
      parse={parsePence}
      format={withoutSign}
      isValue={isPence}
      problem="Write an amount such as 1,234.50."
      inputMode="decimal"
      align="right"
      before={
        <span className="control-affix" aria-hidden="true">
          £
        </span>
      }
    />
  )
}

/** Pounds as a person writes them ("1,234.50", "-12", "(12.00)"), integer pence as the value; null when empty. */
export const MoneyField = bindField<Typed<Pence>, FieldBase>(MoneyInput)
