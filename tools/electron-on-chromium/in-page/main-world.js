// The page's own world: it sees only what contextBridge exposes, frozen.
/* global KEY, listen, tell, deepMap, isReference */

const callbacks = new Map()
const pending = new Map()
let sequence = 0

/** Functions handed to the bridge (event callbacks) become ids that the other world can call. */
function toBridge(value) {
  return deepMap(value, (part) => {
    if (typeof part !== 'function') return undefined
    const id = `m${++sequence}`
    callbacks.set(id, part)
    return { [KEY]: id }
  })
}

function callAcross(fn, args) {
  const id = ++sequence
  const box = {}
  pending.set(id, box)
  try {
    tell('call', { id, fn, args: args.map(toBridge) })
  } catch (error) {
    pending.delete(id)
    throw error
  }
  if (box.kind === 'promise') {
    return new Promise((resolve, reject) => Object.assign(box, { resolve, reject }))
  }
  pending.delete(id)
  if (box.kind === 'error') throw new Error(box.value)
  return fromBridge(box.value)
}

function fromBridge(value) {
  return deepMap(value, (part) => {
    if (!isReference(part)) return undefined
    return (...args) => callAcross(part[KEY], args)
  })
}

function freeze(value) {
  if (value !== null && (typeof value === 'object' || typeof value === 'function') && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) freeze(part)
  }
  return value
}

listen(`${KEY}expose`, ({ detail }) => {
  Object.defineProperty(window, detail.name, {
    value: freeze(fromBridge(detail.api)),
    enumerable: true,
    configurable: false,
    writable: false,
  })
})
listen(`${KEY}return`, ({ detail }) => Object.assign(pending.get(detail.id) ?? {}, detail))
listen(`${KEY}settle`, ({ detail }) => {
  const box = pending.get(detail.id)
  pending.delete(detail.id)
  if (!box) return
  if (detail.ok) box.resolve(fromBridge(detail.value))
  else box.reject(new Error(detail.value))
})
listen(`${KEY}callback`, ({ detail }) => callbacks.get(detail.fn)?.(...detail.args.map(fromBridge)))
