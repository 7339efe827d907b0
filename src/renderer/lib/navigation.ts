/**
 * Where we are, kept in the address's hash (the page itself never reloads): `#/money/lines?fund=…`. Wouter matches the
 * part before the question mark; the rest is read with {@link useQueryParam}, so a door can carry a filter.
 */
import { useSyncExternalStore } from 'react'
import { announce } from './announcer'

const listeners = new Set<() => void>()

/** True from a change of place until the new page's title has taken the focus. */
let isArriving = false

/** The same for the record that a page shows beside or in place of its list. */
let isRecordDue = false

let lastPath = currentPath()

function notify(): void {
  const path = currentPath()
  if (path !== lastPath) {
    isArriving = true
    isRecordDue = true
    // Some fields give their text to the form only when they are left, and the page goes with its fields.
    const focused = document.activeElement
    if (focused instanceof HTMLElement && focused.matches('input, textarea')) focused.blur()
  }
  lastPath = path
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('hashchange', notify)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('hashchange', notify)
  }
}

function whole(): string {
  const text = window.location.hash.replace(/^#?\/?/, '')
  return `/${text}`
}

/** The route without its query: `/money/lines`. */
export function currentPath(): string {
  return whole().split('?')[0] ?? '/'
}

/** The query of the route: `fund=…`. */
export function currentQuery(): string {
  return whole().split('?')[1] ?? ''
}

/** A route with the query of this one, so that a list stays narrowed while a record of it is looked at or changed. */
export function withQuery(route: string): string {
  return currentQuery() === '' ? route : `${route}?${currentQuery()}`
}

export interface NavigateOptions {
  /** Take the place of the present step in the history: for redirects and filters. */
  readonly replace?: boolean
}

/** Goes to a route such as `/staff/…` or `/money/lines?fund=…`. */
export function navigate(to: string, options: NavigateOptions = {}): void {
  const target = `#${to.startsWith('/') ? to : `/${to}`}`
  if (target === window.location.hash) return
  if (options.replace === true) window.history.replaceState(null, '', target)
  else window.history.pushState(null, '', target)
  notify()
}

/** wouter's location hook over the hash. */
export function useHashPath(): [string, (to: string, options?: NavigateOptions) => void] {
  return [useSyncExternalStore(subscribe, currentPath), navigate]
}
// wouter asks the hook how to write an address.
useHashPath.hrefs = (href: string) => `#${href}`

/** wouter's search hook over the hash. */
export function useHashQuery(): string {
  return useSyncExternalStore(subscribe, currentQuery)
}

/** One value of the route's query, and a way to change it without a new step in the history. */
export function useQueryParam(name: string): [string | undefined, (value: string | undefined) => void] {
  const query = useHashQuery()
  const value = new URLSearchParams(query).get(name) ?? undefined
  return [value, (next) => setQueryParam(name, next)]
}

function setQueryParam(name: string, value: string | undefined): void {
  const params = new URLSearchParams(currentQuery())
  if (value === undefined) params.delete(name)
  else params.set(name, value)
  const text = params.toString()
  navigate(text === '' ? currentPath() : `${currentPath()}?${text}`, { replace: true })
}

/** The address of a route, for links. */
export function hrefTo(route: string): string {
  return `#${route.startsWith('/') ? route : `/${route}`}`
}

/**
 * A page's title has been drawn: names the window, and after a change of place says where we are and moves the focus to
 * the title, so that the keyboard and the reader begin at the top of the page. Not on the very first page, nor when only
 * the words of the title change, nor when the person is already typing on the new page.
 */
export function arrivedAt(title: string, heading: HTMLElement | null): void {
  document.title = `${title} · CPD Binder`
  if (!isArriving) return
  isArriving = false
  announce(title)
  const focused = document.activeElement
  const isBusy =
    focused !== null && focused !== document.body && heading?.closest('main')?.contains(focused) === true
  if (!isBusy) heading?.focus({ preventScroll: true })
  heading?.closest('main')?.scrollTo({ top: 0 })
  // On a narrow window the whole page scrolls.
  window.scrollTo({ top: 0 })
}

/**
 * A record that the address names has been drawn beside its list, or in its place: where the focus was only handed to
 * the page's title, or went with a list that gave way, it belongs to the record. Someone who moves along the list that
 * is still there stays in it.
 */
export function arrivedAtRecord(name: string, heading: HTMLElement | null): void {
  if (!isRecordDue) return
  isRecordDue = false
  const focused = document.activeElement
  const isElsewhere =
    focused !== null && focused !== document.body && !focused.matches('#page-title') && focused.checkVisibility()
  if (isElsewhere || heading === null) return
  announce(name)
  heading.focus()
}
