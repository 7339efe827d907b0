import type { CDPSession } from 'playwright-core'
import { session } from './session.ts'

type Descriptor = { readonly name: string; readonly allowWithoutSanitization?: boolean; readonly sysex?: boolean }

/** Electron's names for what a page may ask for, and Chromium's descriptors of the same. */
const DESCRIPTORS: Readonly<Record<string, readonly Descriptor[]>> = {
  'clipboard-read': [{ name: 'clipboard-read' }],
  'clipboard-sanitized-write': [{ name: 'clipboard-write' }],
  'display-capture': [{ name: 'display-capture' }],
  geolocation: [{ name: 'geolocation' }],
  'idle-detection': [{ name: 'idle-detection' }],
  media: [{ name: 'camera' }, { name: 'microphone' }],
  midi: [{ name: 'midi' }],
  midiSysex: [{ name: 'midi', sysex: true }],
  notifications: [{ name: 'notifications' }],
  'storage-access': [{ name: 'storage-access' }],
  'window-management': [{ name: 'window-management' }],
}

/** The permissions that the stand-in can decide. */
export const decidedPermissions: readonly string[] = Object.keys(DESCRIPTORS)

/**
 * Asks the application's handlers about every permission once per load and makes Chromium hold to the answers.
 * (Electron asks at the moment of need; the answers of an application without remote content do not change.)
 */
export async function settlePermissions(
  cdp: CDPSession,
  webContents: unknown,
  origin: string,
  httpOrigin: string,
): Promise<void> {
  for (const [permission, descriptors] of Object.entries(DESCRIPTORS)) {
    const granted = await session.defaultSession.decides(webContents, permission, origin)
    for (const descriptor of descriptors) {
      await cdp.send('Browser.setPermission', {
        permission: descriptor,
        setting: granted ? 'granted' : 'denied',
        origin: httpOrigin,
      })
    }
  }
}
