import { lazy } from 'react'
import type { EventPanel, NeedPanel, ProviderPanel } from '../../lib/extensions'

/** The schools that share an event, on the event's page. */
export const eventPartnersPanel: EventPanel = {
  key: 'partners',
  title: 'Shared with',
  Panel: lazy(async () => ({ default: (await import('./components/event-partners')).EventPartners })),
}

/** What would serve a need, on the need's page. */
export const needMatchesPanel: NeedPanel = {
  key: 'matches',
  Panel: lazy(async () => ({ default: (await import('./components/need-matches')).NeedMatches })),
}

/** The quality of a provider, on the provider's page. */
export const providerQualityPanel: ProviderPanel = {
  key: 'quality',
  Panel: lazy(async () => ({ default: (await import('./components/provider-quality')).ProviderQuality })),
}
