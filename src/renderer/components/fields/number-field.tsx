import { bindField } from './bind-field'
import type { Controlled, FieldBase } from './field-types'
import { ParsedInput, type Typed } from './parsed-input'
import { parseNumber } from './read-typed'

export interface NumberFieldProps extends FieldBase {
  /** Drawn behind the number: "hours", "%". */
  readonly unit?: string
  /** How many decimals may be written; 0 when left out. */
  readonly decimals?: number
  readonly minValue?: number
  readonly maxValue?: number
}

const isNumber = (value: Typed<number>): value is number => typeof value === 'number'

function NumberInput({
  unit,
  decimals = 0,
  minValue,
  maxValue,
  ...props
}: NumberFieldProps & Controlled<Typed<number>>) {
  const write = new Intl.NumberFormat('en-GB', { maximumFractionDigits: decimals })
  const isInside = (value: number) =>
    (minValue === undefined || value >= minValue) && (maxValue === undefined || value <= maxValue)
  return (
    <ParsedInput<number>
      width="short"
      {...props}
      parse={(text) => {
        const value = parseNumber(text, decimals)
        return value !== undefined && isInside(value) ? value : undefined
      }}
      format={(value) => write.format(value)}
      isValue={isNumber}
      problem={problemFor(decimals, minValue, maxValue)}
      inputMode={decimals === 0 ? 'numeric' : 'decimal'}
      align="right"
      after={unit === undefined ? undefined : <span className="control-affix control-affix-end">{unit}</span>}
    />
  )
}

function problemFor(decimals: number, minValue?: number, maxValue?: number): string {
  const what = decimals === 0 ? 'Write a whole number' : `Write a number with at most ${decimals} decimals`
  if (minValue !== undefined && maxValue !== undefined) return `${what} from ${minValue} to ${maxValue}.`
  if (minValue !== undefined) return `${what}, ${minValue} or more.`
  return maxValue === undefined ? `${what}.` : `${what}, ${maxValue} or less.`
}

/** A plain number; null when empty. */
export const NumberField = bindField<Typed<number>, NumberFieldProps>(NumberInput)
