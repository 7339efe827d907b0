import { useEffect, useRef } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { isDay, type Day } from '../../../../shared/kernel/dates'
import { isVatUsuallyRecoverable, proposedCode } from '../../../../shared/features/costs/rules'
import { regimeOn } from '../../../../shared/kernel/years'
import { useGiven } from '../../../components/use-given'
import type { Choices, CostFormInput } from './cost-form'

/**
 * Fills in what usually follows: the code from the kind and the regime of the day, VAT from the funds, the description
 * from the kind. Only what nobody wrote is filled in; what was written stays, also in a record or a draft.
 */
export function useProposals(choices: Choices): void {
  const { control, getValues, setValue } = useFormContext<CostFormInput>()
  const [kindCode, expectedOn, funds] = useWatch({ control, name: ['kindCode', 'expectedOn', 'funds'] })
  const day: Day | undefined = typeof expectedOn === 'string' && isDay(expectedOn) ? (expectedOn as Day) : undefined
  const proposed = useRef<{ code: string | null; description: string; vat: boolean } | undefined>(undefined)
  const fundIds = funds.map((fund) => fund.fundId).join(' ')
  const areFundsGiven = useGiven('funds')
  useEffect(() => {
    const { financeCodes, regimes, funds: known } = choices
    const kinds = known.filter((fund) => fundIds.split(' ').includes(fund.id)).map((fund) => fund.kind)
    const next = {
      code: day === undefined ? null : proposedCode(financeCodes, kindCode, regimeOn(regimes, day)),
      description: financeCodes.kinds.find((kind) => kind.code === kindCode)?.name ?? '',
      vat: isVatUsuallyRecoverable(kinds),
    }
    const last = proposed.current
    proposed.current = next
    const code = getValues('financeCode')
    if (code === null || code === last?.code) setValue('financeCode', next.code)
    const description = getValues('description')
    if (description === '' || description === last?.description) setValue('description', next.description)
    if (!areFundsGiven() && last !== undefined && last.vat !== next.vat) setValue('isVatRecoverable', next.vat)
  }, [choices, kindCode, day, fundIds, areFundsGiven, getValues, setValue])
}
