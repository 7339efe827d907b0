import { useCallback } from 'react'
import type { Document, DocumentSection } from '../../../../shared/features/documents/model'
import { announce } from '../../../lib/announcer'
import { useWrite } from '../../../lib/contract-client'

/** What is done to whole sections, each with its undo. */
export interface SectionWrites {
  readonly move: (section: DocumentSection, by: -1 | 1) => Promise<void>
  readonly takeIn: (section: DocumentSection) => Promise<void>
  readonly remove: (section: DocumentSection) => Promise<void>
}

/** The writes of a document's sections. */
export function useSectionWrites(document: Document): SectionWrites {
  const moving = useWrite('documents.moveSection', { toastFailure: true })
  const leaving = useWrite('documents.leaveOut', { saved: 'Section taken in again', toastFailure: true })
  const removing = useWrite('documents.removeSection', { saved: 'Section removed', toastFailure: true })
  const { sections } = document
  const move = useCallback(
    async (section: DocumentSection, by: -1 | 1) => {
      const to = sections.findIndex(({ id }) => id === section.id) + by
      if (to < 0 || to >= sections.length) return
      const result = await moving.send({ id: section.id, to })
      if (result.ok) announce(`${section.title} is now section ${to + 1} of ${sections.length}`)
    },
    [sections, moving],
  )
  return {
    move,
    takeIn: async ({ id }) => void (await leaving.send({ id, reason: null })),
    remove: async ({ id }) => void (await removing.send({ id })),
  }
}
