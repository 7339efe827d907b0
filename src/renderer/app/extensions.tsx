/** Joins what features show on each other's pages: one line a panel, in the order of the tabs. */
import type { ReactNode } from 'react'
import { eventCostsPanel } from '../features/costs/extensions'
import {
  eventDocumentsPanel,
  personDocumentsPanel,
  priorityDocumentsPanel,
  reportDocumentsPanel,
} from '../features/documents/extensions'
import { personEntitlementPanel } from '../features/entitlements/extensions'
import { evaluationPanel } from '../features/evaluation/extensions'
import { personInductionPanel } from '../features/induction/extensions'
import { personPairsPanel } from '../features/mentoring/extensions'
import { eventNeedsPanel, personNeedsPanel, priorityNeedsPanel } from '../features/needs/extensions'
import { eventPartnersPanel, needMatchesPanel, providerQualityPanel } from '../features/opportunities/extensions'
import { eventRequestsPanel, personRequestsPanel } from '../features/requests/extensions'
import { talksNeedPanel, talksPersonPanel, waysOfTalking } from '../features/talks/extensions'
import { roundsNeedPanel, waysOfForms } from '../features/surveys/extensions'
import { ExtensionsContext, type Extensions } from '../lib/extensions'

const extensions: Extensions = {
  eventPanels: [
    eventCostsPanel,
    evaluationPanel,
    eventNeedsPanel,
    eventRequestsPanel,
    eventDocumentsPanel,
    eventPartnersPanel,
  ],
  personPanels: [
    personNeedsPanel,
    personRequestsPanel,
    personEntitlementPanel,
    personPairsPanel,
    personInductionPanel,
    talksPersonPanel,
    personDocumentsPanel,
  ],
  priorityPanels: [priorityNeedsPanel, priorityDocumentsPanel],
  needPanels: [talksNeedPanel, roundsNeedPanel, needMatchesPanel],
  reportPanels: [reportDocumentsPanel],
  providerPanels: [providerQualityPanel],
  waysOfFinding: [...waysOfForms, ...waysOfTalking],
}

/** Gives every page the panels of the other features. */
export function WithExtensions({ children }: { readonly children: ReactNode }) {
  return <ExtensionsContext value={extensions}>{children}</ExtensionsContext>
}
