import { z } from 'zod'
import { beforeAll, describe, expect, it } from 'vitest'
import { zDay } from '../../shared/kernel/dates'
import { zPence } from '../../shared/kernel/money'
import { configureZod, fieldMessage } from './field-message'
import { estimateLeft, plural } from './format'
import { failureSentence } from './sentence'
import { currentToasts, dropUndone, showToast } from './toasts'

describe('what a form says', () => {
  beforeAll(configureZod)
  const said = (schema: z.ZodType, value: unknown) => {
    const result = schema.safeParse(value)
    return result.success ? undefined : fieldMessage(result.error.issues[0])
  }

  it('asks for what is missing, whatever its kind', () => {
    for (const schema of [zPence, z.string(), z.string().min(1), z.int()])
      expect(said(schema, schema === zPence ? null : undefined)).toBe('Fill this in.')
    expect(said(z.string().min(1, 'input.required'), '')).toBe('Fill this in.')
    expect(said(z.enum(['a', 'b']), null)).toBe('Choose one.')
    expect(said(z.array(z.string()).min(1), [])).toBe('Choose at least one.')
  })

  it('never lets what could not be read pass as a value', () => {
    expect(said(zPence, '12,5O')).toBe('This is not a number we can read.')
    expect(said(zDay, '31/02/2026')).toMatch(/^That day does not exist\. Write it as/)
  })

  it('says how long or how large', () => {
    expect(said(z.string().max(3), 'abcd')).toBe('Use at most 3 characters; there are 4 now.')
    expect(said(z.int().min(0), -1)).toBe('Use 0 or more.')
    expect(said(z.int().max(5), 6)).toBe('Use 5 or less.')
  })
})

it('says what happened, what it means and what to do', () => {
  expect(failureSentence({ ok: false, code: 'file.disk-full' })).toBe(
    'The disk is full. This step was not saved; everything saved before is safe. Make some room, then do it again.',
  )
})

it('leaves no message of what was undone beside the word that it was', () => {
  showToast({ text: 'Already marked' })
  showToast({ text: 'Event saved', undo: () => undefined })
  dropUndone()
  expect(currentToasts().map((toast) => toast.text)).toEqual(['Already marked'])
})

it('counts people in words', () => {
  expect([plural(1, 'person', 'people'), plural(1204, 'person', 'people')]).toEqual(['1 person', '1,204 people'])
})

describe('estimateLeft', () => {
  it('is silent while it would be a guess', () => {
    expect(estimateLeft(0, 100, 5_000)).toBeUndefined()
    expect(estimateLeft(1, 1_000, 5_000)).toBeUndefined()
    expect(estimateLeft(50, 100, 200)).toBeUndefined()
  })
  it('is honest afterwards', () => {
    expect(estimateLeft(50, 100, 4_000)).toBe('a few seconds left')
    expect(estimateLeft(10, 100, 4_000)).toBe('under a minute left')
    expect(estimateLeft(10, 100, 20_000)).toBe('about 3 minutes left')
  })
})
