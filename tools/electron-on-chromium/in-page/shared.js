// Runs in both worlds of a page. KEY is a random word per window, put in front when the script is injected.
/* global KEY */

// Taken before any script of the page can replace them.
const dispatch = document.dispatchEvent.bind(document)
const listen = document.addEventListener.bind(document)
const Custom = CustomEvent
const cloneValue = structuredClone

/** Tells the other world. What cannot be cloned throws here, in the caller's world, as contextBridge does. */
function tell(name, detail) {
  let copy
  try {
    copy = cloneValue(detail)
  } catch {
    throw new Error('An object could not be cloned.')
  }
  dispatch(new Custom(KEY + name, { detail: copy }))
}

/** Maps the leaves of arrays and plain objects, safely for cycles; `leaf` answers undefined to go deeper. */
function deepMap(value, leaf, seen = new Map()) {
  const mapped = leaf(value)
  if (mapped !== undefined) return mapped
  if (value === null || typeof value !== 'object') return value
  if (seen.has(value)) return seen.get(value)
  const isArray = Array.isArray(value)
  if (!isArray && Object.getPrototypeOf(value) !== Object.prototype) return value
  const copy = isArray ? [] : {}
  seen.set(value, copy)
  for (const key of Object.keys(value)) copy[key] = deepMap(value[key], leaf, seen)
  return copy
}

const isReference = (value) => value !== null && typeof value === 'object' && Object.hasOwn(value, KEY)
