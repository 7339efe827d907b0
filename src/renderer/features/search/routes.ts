import type { Found } from '../../../shared/features/search/contract'
import { useRead } from '../../lib/contract-client'
import type { FeatureRoutes, FoundItem, SectionKey } from '../../lib/routes'

const sectionOf: Readonly<Record<Found['kind'], SectionKey>> = {
  person: 'staff',
  activity: 'activities',
  event: 'activities',
  provider: 'activities',
  opportunity: 'activities',
  plan: 'plan',
  priority: 'needs',
  request: 'needs',
  need: 'needs',
  talk: 'needs',
  round: 'needs',
  fund: 'money',
  cost: 'money',
  'issued-report': 'reports',
}

/** Answers Ctrl+K with everything that has a name. */
function useFind(typed: string): readonly FoundItem[] {
  const read = useRead(
    'search.find',
    { text: typed.slice(0, 100), limit: 12 },
    { enabled: typed.trim() !== '', keepPrevious: true },
  )
  if (typed.trim() === '') return []
  return (read.data?.found ?? []).map((found) => ({
    key: `${found.kind} ${found.id}`,
    title: found.title,
    note: found.note,
    to: found.route,
    section: sectionOf[found.kind],
  }))
}

export const searchRoutes: FeatureRoutes = { section: undefined, pages: [], useFind }
