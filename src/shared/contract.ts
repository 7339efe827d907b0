import type { Channel, InputOf, OutputOf } from './kernel/channel'
import { activitiesContract } from './features/activities/contract'
import { backupContract } from './features/backup/contract'
import { binderContract } from './features/binder/contract'
import { budgetsContract } from './features/budgets/contract'
import { changesContract } from './features/changes/contract'
import { costsContract } from './features/costs/contract'
import { ledgerContract } from './features/costs/ledger-contract'
import { importsContract } from './features/imports/contract'
import { documentsContract } from './features/documents/contract'
import { entitlementsContract } from './features/entitlements/contract'
import { evaluationContract } from './features/evaluation/contract'
import { inductionContract } from './features/induction/contract'
import { mentoringContract } from './features/mentoring/contract'
import { opportunitiesContract } from './features/opportunities/contract'
import { needsContract } from './features/needs/contract'
import { talksContract } from './features/talks/contract'
import { packsContract } from './features/packs/contract'
import { pcContract } from './features/pc/contract'
import { planContract } from './features/plan/contract'
import { requestsContract } from './features/requests/contract'
import { reportsContract } from './features/reports/contract'
import { responsibilitiesContract } from './features/responsibilities/contract'
import { provisionContract } from './features/provision/contract'
import { schoolContract } from './features/school/contract'
import { todayContract } from './features/today/contract'
import { searchContract } from './features/search/contract'
import { prioritiesContract } from './features/priorities/contract'
import { surveysContract } from './features/surveys/contract'
import { staffContract } from './features/staff/contract'

/** The one list of channels that the preload, main, the command line and the tests read. A feature adds one line. */
export const contract = {
  ...schoolContract,
  ...changesContract,
  ...staffContract,
  ...prioritiesContract,
  ...searchContract,
  ...todayContract,
  ...provisionContract,
  ...activitiesContract,
  ...evaluationContract,
  ...documentsContract,
  ...mentoringContract,
  ...inductionContract,
  ...responsibilitiesContract,
  ...entitlementsContract,
  ...requestsContract,
  ...opportunitiesContract,
  ...needsContract,
  ...talksContract,
  ...surveysContract,
  ...planContract,
  ...costsContract,
  ...ledgerContract,
  ...budgetsContract,
  ...importsContract,
  ...packsContract,
  ...binderContract,
  ...pcContract,
  ...backupContract,
  ...reportsContract,
} as const satisfies Record<string, Channel>

export type Contract = typeof contract
export type ChannelName = keyof Contract
export type InputFor<C extends ChannelName> = InputOf<Contract[C]>
export type OutputFor<C extends ChannelName> = OutputOf<Contract[C]>

/** Every channel's name, in the order of the contract. */
export const channelNames = Object.keys(contract) as readonly ChannelName[]
