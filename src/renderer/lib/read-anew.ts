import type { QueryClient } from '@tanstack/react-query'
import type { Result } from '../../shared/kernel/result'

// One window, one cache: calls under way that may change what it shows, and whether main told of a change meanwhile.
let underWay = 0
let isTold = false
// What is about to change what forms began with: an undo, and what is read after a change.
const unsettled = new Set<Promise<unknown>>()

/**
 * After a change, or when another school is opened: reads again what is on screen and forgets every other answer. A page
 * opened later waits a few milliseconds for its own, so that no form starts from, and saves, what was true before.
 */
export async function readAnew(client: QueryClient): Promise<void> {
  isTold = false
  client.removeQueries({ type: 'inactive' })
  await settling(client.invalidateQueries())
}

/**
 * Makes a call that may change what is on screen and, when it did, reads it anew, once; settles when that is done. Main
 * tells of a change before it answers the call that made it: read at both, every page would be read twice.
 */
export async function changing<T>(client: QueryClient, work: () => Promise<Result<T>>): Promise<Result<T>> {
  underWay += 1
  let result: Result<T>
  try {
    result = await work()
  } finally {
    underWay -= 1
  }
  if (result.ok || (isTold && underWay === 0)) await readAnew(client)
  return result
}

/** Main tells that the school changed: what is on screen is read anew, now or at the end of the call that changed it. */
export function onSchoolChanged(client: QueryClient): void {
  if (underWay > 0) isTold = true
  else void readAnew(client)
}

/** Has forms wait for this before they are sent (see `settled`). */
export async function settling<T>(work: Promise<T>): Promise<T> {
  unsettled.add(work)
  try {
    return await work
  } finally {
    unsettled.delete(work)
  }
}

/** When nothing is under way that changes what the forms on screen began with, and they have been drawn with it. */
export async function settled(): Promise<void> {
  while (unsettled.size > 0) {
    await Promise.allSettled(unsettled)
    // The answers are told to the page in a task of their own.
    await new Promise((told) => setTimeout(told))
  }
}
