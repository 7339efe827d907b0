import { describe, expect, it } from 'vitest'
import { chooseClock, localDataFolder } from './surroundings'

describe('localDataFolder', () => {
  it('is local to the PC, never the roaming profile', () => {
    const env = { LOCALAPPDATA: '/local', APPDATA: '/roaming' }
    expect(localDataFolder('win32', env, '/home').replaceAll('\\', '/')).toBe('/local/CPD Binder')
    expect(localDataFolder('win32', {}, '/home').replaceAll('\\', '/')).toBe('/home/AppData/Local/CPD Binder')
    expect(localDataFolder('darwin', {}, '/home')).toBe('/home/Library/Application Support/CPD Binder')
    expect(localDataFolder('linux', {}, '/home')).toBe('/home/.local/share/cpd-binder')
    expect(localDataFolder('linux', { XDG_DATA_HOME: '/data' }, '/home')).toBe('/data/cpd-binder')
  })
})

describe('chooseClock', () => {
  it('starts at a given instant in an unpackaged program, and moves on', () => {
    const clock = chooseClock(false, '2025-11-20T09:00:00.000Z')
    expect(clock.today()).toBe('2025-11-20')
    expect(clock.nowUtc() >= '2025-11-20T09:00:00.000Z').toBe(true)
  })

  it('is the system clock in a packaged program, and for nonsense', () => {
    const year = String(new Date().getFullYear())
    expect(chooseClock(true, '1999-01-01T00:00:00.000Z').nowUtc().slice(0, 4)).toBe(year)
    expect(chooseClock(false, 'nonsense').nowUtc().slice(0, 4)).toBe(year)
    expect(chooseClock(false, undefined).nowUtc().slice(0, 4)).toBe(year)
  })
})
