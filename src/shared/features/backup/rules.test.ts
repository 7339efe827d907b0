import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { backupsToThin, daysAgo, isAwayReminderDue, isBackupDue, KEEP } from './rules'

const NOW = '2026-07-01T12:00:00.000Z'
const ago = (days: number, hours = 0): string =>
  new Date(Date.parse(NOW) - days * 86_400_000 - hours * 3_600_000).toISOString()
const backups = (...times: string[]) => times.map((atUtc) => ({ key: atUtc, atUtc }))

describe('which backups stay', () => {
  it.each<[name: string, times: string[], goes: string[]]>([
    ['none', [], []],
    ['the newest, however old', [ago(4000)], []],
    ['all of two days', [ago(0, 1), ago(0, 2), ago(0, 3), ago(1, 1), ago(1, 2)], []],
    ['the newest of an older day', [ago(0), ago(3, 1), ago(3, 2), ago(3, 3)], [ago(3, 2), ago(3, 3)]],
    ['one made in the future, where a clock was put back', [ago(-400), ago(0)], []],
  ])('%s', (_name, times, goes) => expect(backupsToThin(backups(...times), NOW).sort()).toEqual(goes.sort()))

  it('of two backups a day for two years: 2 days in full, 12 days, 10 weeks and 9 months', () => {
    const times = Array.from({ length: 730 }, (_, day) => [ago(day, 1), ago(day, 5)]).flat()
    const goes = new Set(backupsToThin(backups(...times), NOW))
    const stays = times.filter((time) => !goes.has(time))
    expect(stays.length).toBe(4 + KEEP.daily + KEEP.weekly + KEEP.monthly)
    expect(stays.at(-1)).toMatch(/^2025-0[678]-/)
  })

  it('counts days that have backups, so that six weeks of summer cost nothing', () => {
    const times = [ago(0), ...Array.from({ length: 12 }, (_, i) => ago(45 + i))]
    expect(backupsToThin(backups(...times), NOW)).toEqual([])
  })

  it('never lets the newest go, keeps no more than its places, and changes nothing when asked again', () => {
    const times = fc.array(fc.integer({ min: 0, max: 1_000 * 24 }), { maxLength: 80 })
    fc.assert(
      fc.property(times, (hours) => {
        const all = backups(...new Set(hours.map((hour) => ago(0, hour))))
        const goes = new Set(backupsToThin(all, NOW))
        const stays = all.filter(({ key }) => !goes.has(key))
        const newest = [...all].sort((a, b) => b.atUtc.localeCompare(a.atUtc))[0]
        const older = stays.filter(({ atUtc }) => Date.parse(NOW) - Date.parse(atUtc) >= KEEP.allDays * 86_400_000)
        expect(newest === undefined || stays.includes(newest)).toBe(true)
        expect(older.length).toBeLessThanOrEqual(1 + KEEP.daily + KEEP.weekly + KEEP.monthly)
        expect(backupsToThin(stays, NOW)).toEqual([])
      }),
      { seed: 8, numRuns: 300 },
    )
  })
})

describe('when', () => {
  it.each([
    ['nothing changed', { newestBackupAtUtc: null, hasChangesSince: false }, false],
    ['first work', { newestBackupAtUtc: null, hasChangesSince: true }, true],
    ['29 minutes', { newestBackupAtUtc: '2026-07-01T11:31:00.000Z', hasChangesSince: true }, false],
    ['30 minutes', { newestBackupAtUtc: '2026-07-01T11:30:00.000Z', hasChangesSince: true }, true],
    ['a day, nothing changed', { newestBackupAtUtc: ago(1), hasChangesSince: false }, false],
    ['a clock put back', { newestBackupAtUtc: ago(-1), hasChangesSince: true }, true],
  ])('a backup is due: %s', (_name, facts, due) => expect(isBackupDue({ ...facts, nowUtc: NOW })).toBe(due))

  it.each([
    ['an empty file', { lastAwayAtUtc: null, firstChangeAtUtc: null }, false],
    ['first week', { lastAwayAtUtc: null, firstChangeAtUtc: ago(7) }, false],
    ['never, after a week', { lastAwayAtUtc: null, firstChangeAtUtc: ago(7, 1) }, true],
    ['seven days', { lastAwayAtUtc: ago(7), firstChangeAtUtc: ago(90) }, false],
    ['more', { lastAwayAtUtc: ago(7, 1), firstChangeAtUtc: ago(90) }, true],
  ])('a reminder is due: %s', (_name, facts, due) => expect(isAwayReminderDue({ ...facts, nowUtc: NOW })).toBe(due))

  it('counts days ago as people say them: yesterday evening is yesterday, in London', () => {
    expect(daysAgo(ago(0, 11), NOW)).toBe(0)
    expect(daysAgo(ago(0, 14), NOW)).toBe(1)
    // Half past midnight on 1 July in summer time is still 30 June in UTC.
    expect(daysAgo('2026-06-30T23:30:00.000Z', NOW)).toBe(0)
    expect(daysAgo('2026-06-30T22:30:00.000Z', NOW)).toBe(1)
    expect(daysAgo(ago(-2), NOW)).toBe(0)
  })
})
