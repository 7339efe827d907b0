import { expect, test } from 'vitest'
import { newDocumentPath, ownerOf } from './owner'

test('what a document is begun for goes by the address and comes back', () => {
  const owner = { target: 'event', targetId: 'a-1' } as const
  const path = newDocumentPath('cpd-policy', owner)
  expect(path).toBe('/documents/new?template=cpd-policy&for=event%3Aa-1')
  expect(ownerOf(new URLSearchParams(path.split('?')[1]).get('for') ?? undefined)).toEqual(owner)
  expect(newDocumentPath(undefined, undefined)).toBe('/documents/new')
})

test.each([undefined, '', 'event', 'event:', 'school:1'])('%s is nothing to begin a document for', (param) => {
  expect(ownerOf(param)).toBeUndefined()
})
