import { expect, it } from 'vitest'
import { listAbove } from './list-above'

const component = () => null
const pages = [
  '/',
  '/staff/:id?',
  '/staff/:id/edit',
  '/activities',
  '/activities/:id',
  '/money',
  '/money/costs/:id?',
].map((path) => ({ path, title: `List of ${path}`, component }))

it('leads from the address of a record to the nearest list above it', () => {
  expect(listAbove(pages, '/staff/7')?.to).toBe('/staff')
  expect(listAbove(pages, '/staff/7/edit')?.to).toBe('/staff')
  expect(listAbove(pages, '/activities/person/7')?.to).toBe('/activities')
  expect(listAbove(pages, '/money/costs/7/edit')).toEqual({
    title: 'List of /money/costs/:id?',
    to: '/money/costs',
  })
  expect(listAbove(pages, '/money')).toBeUndefined()
})
