import { useDeferredValue } from 'react'
import { useRead } from '../../lib/contract-client'
import { lazyPage, type FeatureRoutes, type FoundItem } from '../../lib/routes'
import { kindNames } from './words'

const mostInPalette = 6

/** Answers Ctrl+K with documents by their titles. */
function useFind(typed: string): readonly FoundItem[] {
  const words = useDeferredValue(typed.trim().toLowerCase())
  const read = useRead('documents.list', {}, { enabled: words.length > 1, keepPrevious: true })
  if (words.length < 2) return []
  return (read.data?.documents ?? [])
    .filter(({ title }) => title.toLowerCase().includes(words))
    .slice(0, mostInPalette)
    .map((document) => ({
      key: `document ${document.id}`,
      title: document.title,
      note: kindNames[document.kind],
      to: `/documents/${document.id}`,
      section: 'documents',
    }))
}

/** What the school writes: policies, statements, agreements, each with its life. */
export const documentsRoutes: FeatureRoutes = {
  section: 'documents',
  pages: [
    {
      path: '/documents',
      title: 'Documents',
      component: lazyPage(() => import('./pages/documents-page'), 'DocumentsPage'),
    },
    {
      path: '/documents/new',
      title: 'Begin a document',
      component: lazyPage(() => import('./pages/new-document-page'), 'NewDocumentPage'),
    },
    {
      path: '/documents/word',
      title: 'Take in a Word document',
      component: lazyPage(() => import('./pages/word-page'), 'WordPage'),
    },
    {
      path: '/documents/facts',
      title: 'Facts for documents',
      component: lazyPage(() => import('./pages/facts-page'), 'FactsPage'),
    },
    {
      path: '/documents/:id/compare',
      title: 'Compare',
      component: lazyPage(() => import('./pages/compare-page'), 'ComparePage'),
    },
    {
      path: '/documents/:id/template',
      title: 'New in the template',
      component: lazyPage(() => import('./pages/upstream-page'), 'UpstreamPage'),
    },
    {
      path: '/documents/:id/version',
      title: 'Approved version',
      component: lazyPage(() => import('./pages/version-page'), 'VersionPage'),
    },
    {
      path: '/documents/:id',
      title: 'Document',
      component: lazyPage(() => import('./pages/document-page'), 'DocumentPage'),
    },
  ],
  commands: [
    { key: 'documents.new', title: 'Begin a document', to: '/documents/new' },
    { key: 'documents.word', title: 'Take in a Word document', to: '/documents/word' },
    { key: 'documents.facts', title: 'Facts for documents', to: '/documents/facts' },
  ],
  useFind,
}
