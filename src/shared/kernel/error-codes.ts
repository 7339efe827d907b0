import { commonRefusals } from './refusals/common'
import { costsRefusals } from './refusals/costs'
import { documentsRefusals } from './refusals/documents'
import { entitlementsRefusals } from './refusals/entitlements'
import { importsRefusals } from './refusals/imports'
import { mentoringRefusals } from './refusals/mentoring'
import { opportunitiesRefusals } from './refusals/opportunities'
import { needsRefusals } from './refusals/needs'
import { talksRefusals } from './refusals/talks'
import { packsRefusals } from './refusals/packs'
import { planRefusals } from './refusals/plan'
import { provisionRefusals } from './refusals/provision'
import { reportsRefusals } from './refusals/reports'
import { requestsRefusals } from './refusals/requests'
import { schoolFileRefusals } from './refusals/school-file'
import { staffRefusals } from './refusals/staff'
import { surveysRefusals } from './refusals/surveys'

/**
 * Every code that crosses a boundary, with its sentence: what is not here cannot be refused. A new one is an entry in
 * the family it belongs to, and nothing else.
 */
export const refusals = {
  ...commonRefusals,
  ...schoolFileRefusals,
  ...staffRefusals,
  ...provisionRefusals,
  ...costsRefusals,
  ...importsRefusals,
  ...reportsRefusals,
  ...packsRefusals,
  ...documentsRefusals,
  ...mentoringRefusals,
  ...needsRefusals,
  ...talksRefusals,
  ...entitlementsRefusals,
  ...surveysRefusals,
  ...requestsRefusals,
  ...opportunitiesRefusals,
  ...planRefusals,
}

export type ErrorCode = keyof typeof refusals

/** Whether a text is one of our codes. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(refusals, text)
}

/** The closed list of codes. */
export const errorCodes: readonly ErrorCode[] = Object.keys(refusals).filter(isErrorCode)
