import { useDeferredValue } from 'react'
import { kindNames } from '../../../shared/features/packs/words'
import { useRead } from '../../lib/contract-client'
import { lazyPage, type FeatureRoutes, type FoundItem } from '../../lib/routes'
import { placeOf } from './lib/places'

/** How many of the library Ctrl+K shows, beside everything else. */
const mostInPalette = 6

/** Answers Ctrl+K with texts and entries of the library. */
function useFind(typed: string): readonly FoundItem[] {
  const words = useDeferredValue(typed.trim().slice(0, 200))
  const read = useRead('library.find', { words }, { enabled: words.length > 1, keepPrevious: true })
  if (typed.trim().length < 2) return []
  return (read.data?.found ?? []).slice(0, mostInPalette).map((found) => ({
    key: `library ${found.kind} ${found.id}`,
    title: found.title,
    note: kindNames[found.kind],
    to: placeOf(found),
    section: 'documents',
  }))
}

/** What there is to read: texts, lists, and the packs that they come from. */
export const packsRoutes: FeatureRoutes = {
  section: 'documents',
  pages: [
    {
      path: '/library',
      title: 'Library',
      component: lazyPage(() => import('./pages/library-page'), 'LibraryPage'),
    },
    {
      path: '/library/acronyms',
      title: 'Acronyms',
      component: lazyPage(() => import('./pages/acronyms-page'), 'AcronymsPage'),
    },
    {
      path: '/library/glossary',
      title: 'Glossary',
      component: lazyPage(() => import('./pages/glossary-page'), 'GlossaryPage'),
    },
    {
      path: '/library/links',
      title: 'Web links',
      component: lazyPage(() => import('./pages/links-page'), 'LinksPage'),
    },
    {
      path: '/library/packs',
      title: 'Packs',
      component: lazyPage(() => import('./pages/packs-page'), 'PacksPage'),
    },
    {
      path: '/library/:kind/:id',
      title: 'Library',
      component: lazyPage(() => import('./pages/library-page'), 'LibraryPage'),
    },
    {
      path: '/library/:kind/:id/wording',
      title: 'Our own wording',
      component: lazyPage(() => import('./pages/wording-page'), 'WordingPage'),
    },
    {
      path: '/library/:kind/:id/compare',
      title: 'Ours and theirs',
      component: lazyPage(() => import('./pages/compare-wording-page'), 'CompareWordingPage'),
    },
  ],
  commands: [
    { key: 'library.open', title: 'Open the library', to: '/library' },
    { key: 'library.acronyms', title: 'Acronyms', to: '/library/acronyms' },
    { key: 'library.glossary', title: 'Glossary', to: '/library/glossary' },
    { key: 'library.links', title: 'Web links', to: '/library/links' },
    { key: 'library.packs', title: 'Packs of texts', to: '/library/packs' },
  ],
  useFind,
  findsReading: true,
}

/** The lists that everything is chosen from, with what the school added to them. */
export const listsRoutes: FeatureRoutes = {
  section: 'staff',
  pages: [
    {
      path: '/school/lists',
      title: 'Kinds and codes',
      component: lazyPage(() => import('./pages/lists-page'), 'ListsPage'),
    },
  ],
  commands: [
    { key: 'school.lists', title: 'Kinds of activity, kinds of cost and finance codes', to: '/school/lists' },
  ],
}
