// The preload's world: ipcRenderer and contextBridge, and the preload itself run here, out of the page's sight.
/* global KEY, ACCELERATORS, makeCodec, listen, tell, deepMap, isReference, cloneValue */

const codec = makeCodec()
const exposed = new Map()
const waiting = new Map()
const listeners = new Map()
let sequence = 0

/** Functions of the exposed API become ids that the page's world can call. */
function toPage(value) {
  return deepMap(value, (part) => {
    if (typeof part !== 'function') return undefined
    const id = `i${++sequence}`
    exposed.set(id, part)
    return { [KEY]: id }
  })
}

function fromPage(value) {
  return deepMap(value, (part) => {
    if (!isReference(part)) return undefined
    return (...args) => tell('callback', { fn: part[KEY], args: args.map(toPage) })
  })
}

const messageOf = (error) => String(error?.message ?? error)

function settle(id, ok, value) {
  try {
    tell('settle', { id, ok, value: ok ? toPage(value) : value })
  } catch (error) {
    tell('settle', { id, ok: false, value: messageOf(error) })
  }
}

listen(`${KEY}call`, ({ detail: { id, fn, args } }) => {
  try {
    const result = exposed.get(fn)(...args.map(fromPage))
    if (typeof result?.then !== 'function') {
      tell('return', { id, kind: 'value', value: toPage(result) })
      return
    }
    tell('return', { id, kind: 'promise' })
    result.then(
      (value) => settle(id, true, value),
      (error) => settle(id, false, messageOf(error)),
    )
  } catch (error) {
    tell('return', { id, kind: 'error', value: messageOf(error) })
  }
})

function post(kind, channel, args, id) {
  globalThis.__electronIpc(codec.encode({ kind, channel, args: cloneValue(args), id }))
}

const ipcRenderer = {
  invoke: (channel, ...args) =>
    new Promise((resolve, reject) => {
      const id = ++sequence
      waiting.set(id, { channel, resolve, reject })
      try {
        post('invoke', channel, args, id)
      } catch {
        waiting.delete(id)
        reject(new Error('An object could not be cloned.'))
      }
    }),
  send: (channel, ...args) => post('send', channel, args),
  sendSync: () => {
    throw new Error('sendSync is not supported by the Chromium stand-in')
  },
  on: (channel, listener) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    return ipcRenderer
  },
  off: (channel, listener) => {
    const rest = [...(listeners.get(channel) ?? [])]
    const at = rest.lastIndexOf(listener)
    if (at >= 0) rest.splice(at, 1)
    listeners.set(channel, rest)
    return ipcRenderer
  },
  once: (channel, listener) => {
    const once = (...args) => {
      ipcRenderer.off(channel, once)
      listener(...args)
    }
    return ipcRenderer.on(channel, once)
  },
  removeAllListeners: (channel) => {
    if (channel === undefined) listeners.clear()
    else listeners.delete(channel)
    return ipcRenderer
  },
}
ipcRenderer.addListener = ipcRenderer.on
ipcRenderer.removeListener = ipcRenderer.off

/** Called by the host process, in this world only. */
globalThis.__electronDeliver = (text) => {
  const message = codec.decode(text)
  if (message.id === undefined) {
    const event = { sender: ipcRenderer, ports: [] }
    for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.args)
    return
  }
  const call = waiting.get(message.id)
  waiting.delete(message.id)
  if (!call) return
  if (message.ok) call.resolve(message.value)
  // A typed error does not survive Electron's invoke: the renderer gets a plain Error with this text.
  else call.reject(new Error(`Error invoking remote method '${call.channel}': ${message.value}`))
}

const exposedNames = new Set()
const contextBridge = {
  exposeInMainWorld: (name, api) => {
    if (exposedNames.has(name))
      throw new Error('Cannot bind an API on top of an existing property on the window object')
    exposedNames.add(name)
    tell('expose', { name, api: toPage(api) })
  },
}

const electron = {
  contextBridge,
  ipcRenderer,
  webFrame: { setZoomFactor() {}, getZoomFactor: () => 1 },
  webUtils: { getPathForFile: () => '' },
}

/** What a sandboxed preload may load. */
function preloadRequire(name) {
  if (name === 'electron' || name === 'electron/renderer') return electron
  throw new Error(`module not found: ${name}`)
}

const preloadProcess = { platform: PLATFORM, versions: {}, env: {}, sandboxed: true, contextIsolated: true }

// Chromium draws no application menu, so its shortcuts are listened for here. As in Electron the page comes first: what
// it prevents is not the menu's. The listener is added anew while the key goes down, so that it is the last of all.
function onShortcut(event) {
  const parts = []
  if (event.ctrlKey || event.metaKey) parts.push('ctrl')
  if (event.altKey) parts.push('alt')
  if (event.shiftKey) parts.push('shift')
  const pressed = [...parts, event.key.toLowerCase()].join('+')
  if (event.defaultPrevented || !ACCELERATORS.includes(pressed)) return
  event.preventDefault()
  globalThis.__electronIpc(codec.encode({ kind: 'accelerator', channel: pressed, args: [] }))
}
const shortcutOptions = { once: true }
window.addEventListener(
  'keydown',
  () => {
    window.removeEventListener('keydown', onShortcut)
    window.addEventListener('keydown', onShortcut, shortcutOptions)
  },
  true,
)

// For tests: what the content security policy refused is told to the host, wherever in the page it happened.
listen('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
  const args = [violatedDirective, blockedURI, `${sourceFile}:${lineNumber}`]
  globalThis.__electronIpc(codec.encode({ kind: 'violation', channel: '', args }))
})
