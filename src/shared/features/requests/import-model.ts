import type { Day } from '../../kernel/dates'
import type { ErrorCode } from '../../kernel/error-codes'
import type { Pence } from '../../kernel/money'
import type { ErrorFacts } from '../../kernel/result'

/** A request as a row of a fill-in file has it: people, funds and priorities by their names. */
export interface RequestOfFile {
  readonly who: string
  readonly title: string
  readonly providerName: string | null
  readonly receivedOn: Day | null
  readonly wantedOn: Day | null
  readonly expectedChange: string
  readonly pupilBenefit: string
  readonly howMeasured: string
  readonly measureOn: Day | null
  readonly reason: string | null
  readonly sharing: string | null
  readonly priority: string | null
  readonly coverDays: number
  readonly costs: readonly { readonly kindCode: string; readonly netPence: Pence; readonly vatPence: Pence }[]
  readonly fund: string | null
}

/** What would become of a row. */
export type RequestOutcome =
  | { readonly status: 'new' | 'same' }
  | { readonly status: 'refused'; readonly field: string; readonly code: ErrorCode; readonly facts?: ErrorFacts }
