import { contextBridge, ipcRenderer } from 'electron'
import type { CpdBridge } from '../../shared/bridge'

/** Put in by the build from the contract, so that this file carries the names and nothing else of it. */
declare const __CHANNEL_NAMES__: readonly string[]
declare const __EVENT_NAMES__: readonly string[]

const channels = new Set(__CHANNEL_NAMES__)
const eventNames = new Set(__EVENT_NAMES__)

/** The whole bridge. Names outside the contract are refused here; listeners get the value, never the event object. */
const bridge: CpdBridge = {
  call: async (channel, input) =>
    channels.has(channel) ? ipcRenderer.invoke('cpd:call', channel, input) : { ok: false, code: 'channel.unknown' },
  on: (event, listener) => {
    if (!eventNames.has(event)) return () => undefined
    const receive = (_event: unknown, name: unknown, payload: unknown) => {
      if (name === event) listener(payload)
    }
    ipcRenderer.on('cpd:event', receive)
    return () => {
      ipcRenderer.removeListener('cpd:event', receive)
    }
  },
}

contextBridge.exposeInMainWorld('cpd', bridge)
