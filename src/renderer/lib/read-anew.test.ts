import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it, onTestFinished } from 'vitest'
import type { Result } from '../../shared/kernel/result'
import { changing, onSchoolChanged } from './read-anew'

/** A window with one read on screen; `reads` counts how often main was asked for it. */
async function windowWithOneRead() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  const seen = { reads: 0 }
  const observer = new QueryObserver(client, { queryKey: ['today.view', {}], queryFn: () => ++seen.reads })
  onTestFinished(observer.subscribe(() => undefined))
  await expect.poll(() => seen.reads).toBe(1)
  return { client, seen }
}

const done: Result<null> = { ok: true, value: null }
const refused: Result<null> = { ok: false, code: 'input.invalid' }

it('reads what is on screen once for a change, though main tells of it and then answers', async () => {
  const { client, seen } = await windowWithOneRead()
  await changing(client, async () => {
    onSchoolChanged(client)
    return Promise.resolve(done)
  })
  expect(seen.reads).toBe(2)
})

it('reads nothing anew after a refusal, unless something else changed meanwhile', async () => {
  const { client, seen } = await windowWithOneRead()
  await changing(client, () => Promise.resolve(refused))
  expect(seen.reads).toBe(1)
  await changing(client, async () => {
    onSchoolChanged(client)
    return Promise.resolve(refused)
  })
  expect(seen.reads).toBe(2)
})

it('reads anew when main tells of a change that no call of this window made', async () => {
  const { client, seen } = await windowWithOneRead()
  onSchoolChanged(client)
  await expect.poll(() => seen.reads).toBe(2)
})
