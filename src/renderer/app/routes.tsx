/** The one place that joins features: each adds its import and its line. The first page of a section is its home. */
import type { FeaturePage, FeatureRoutes, SectionKey } from '../lib/routes'
import { budgetsRoutes } from '../features/budgets/routes'
import { costsRoutes } from '../features/costs/routes'
import { backupRoutes, restoreRoutes } from '../features/backup/routes'
import {
  catalogueImportRoutes,
  ledgerImportRoutes,
  requestsImportRoutes,
  staffImportRoutes,
} from '../features/imports/routes'
import { activitiesRoutes } from '../features/activities/routes'
import { binderRoutes } from '../features/binder/routes'
import { changesRoutes } from '../features/changes/routes'
import { documentsRoutes } from '../features/documents/routes'
import { entitlementsRoutes } from '../features/entitlements/routes'
import { evaluationRoutes } from '../features/evaluation/routes'
import { opportunitiesRoutes } from '../features/opportunities/routes'
import { planRoutes } from '../features/plan/routes'
import { listsRoutes, packsRoutes } from '../features/packs/routes'
import { provisionRoutes } from '../features/provision/routes'
import { needsRoutes } from '../features/needs/routes'
import { prioritiesRoutes } from '../features/priorities/routes'
import { requestsRoutes } from '../features/requests/routes'
import { reportsRoutes } from '../features/reports/routes'
import { schoolRoutes, startRoutes } from '../features/school/routes'
import { inductionRoutes } from '../features/induction/routes'
import { mentoringRoutes } from '../features/mentoring/routes'
import { responsibilitiesRoutes } from '../features/responsibilities/routes'
import { talksRoutes } from '../features/talks/routes'
import { surveysRoutes } from '../features/surveys/routes'
import { searchRoutes } from '../features/search/routes'
import { todayRoutes } from '../features/today/routes'
import { staffRoutes } from '../features/staff/routes'
import { sections, type Section } from './sections'

export const features: readonly FeatureRoutes[] = [
  // One line a feature, in the order of the dividers.
  startRoutes,
  todayRoutes,
  restoreRoutes,
  staffRoutes,
  mentoringRoutes,
  inductionRoutes,
  responsibilitiesRoutes,
  entitlementsRoutes,
  schoolRoutes,
  prioritiesRoutes,
  talksRoutes,
  needsRoutes,
  requestsRoutes,
  surveysRoutes,
  planRoutes,
  activitiesRoutes,
  opportunitiesRoutes,
  provisionRoutes,
  evaluationRoutes,
  budgetsRoutes,
  costsRoutes,
  changesRoutes,
  backupRoutes,
  searchRoutes,
  documentsRoutes,
  packsRoutes,
  listsRoutes,
  binderRoutes,
  reportsRoutes,
  // Last: a section's first page is its home, and an import is nobody's home.
  staffImportRoutes,
  ledgerImportRoutes,
  catalogueImportRoutes,
  requestsImportRoutes,
]

/** Every page in matching order. */
export const pages: readonly (FeaturePage & { readonly section: SectionKey | undefined })[] = features.flatMap(
  (feature) => feature.pages.map((page) => ({ ...page, section: feature.section })),
)

export interface Divider extends Section {
  readonly home: string
}

/** The dividers that have pages. One without would lead nowhere, so it is not drawn. */
export const dividers: readonly Divider[] = sections.flatMap((section) => {
  const home = pages.find((page) => page.section === section.key && page.bare !== true)
  return home === undefined ? [] : [{ ...section, home: home.path.replace(/\/:.*$/, '') }]
})
