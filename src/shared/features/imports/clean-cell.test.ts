import { describe, expect, it } from 'vitest'
import { cleanCell, parseFteThousandths, parseWeekdays, parseWeeklyMinutes, undoTextQuote } from './clean-cell'

describe('cleaning a cell', () => {
  it('takes the quote off text that our own exports made safe, and off digits kept as text', () => {
    expect(["'=1+1", "'+44", "'@x", "'-2", "'007", "' =1", "'t Hooft", "O'Brien", "'"].map(undoTextQuote)).toEqual([
      '=1+1',
      '+44',
      '@x',
      '-2',
      '007',
      ' =1',
      "'t Hooft",
      "O'Brien",
      "'",
    ])
  })

  it('reads a blank as nothing, whatever the kind', () => {
    for (const kind of ['text', 'code', 'email', 'day', 'pence', 'fte', 'weekdays', 'number'] as const) {
      expect(cleanCell(kind, ' \u00a0 ')).toEqual({ ok: true, value: null })
    }
    expect(cleanCell('day', 'N/A')).toEqual({ ok: true, value: null })
    expect(cleanCell('text', 'None')).toEqual({ ok: true, value: 'None' })
  })

  it('reads each kind and refuses what is not of it by name', () => {
    expect(cleanCell('email', ' J.Smith@School.sch.uk ')).toEqual({ ok: true, value: 'j.smith@school.sch.uk' })
    expect(cleanCell('email', 'a@b@c.d')).toEqual({ ok: false, code: 'email.invalid' })
    expect(cleanCell('day', '3/9/2026')).toEqual({ ok: true, value: '2026-09-03' })
    expect(cleanCell('day', '31/2/2026')).toEqual({ ok: false, code: 'day.invalid' })
    expect(cleanCell('pence', '(1,234.50)')).toEqual({ ok: true, value: -123450 })
    expect(cleanCell('pence', '1.234,50')).toEqual({ ok: false, code: 'pence.invalid' })
    expect(cleanCell('number', '1,234')).toEqual({ ok: true, value: 1234 })
    expect(cleanCell('fte', '2')).toEqual({ ok: false, code: 'fte.invalid' })
    expect(cleanCell('weekdays', 'Mon, Blursday')).toEqual({ ok: false, code: 'weekdays.invalid' })
  })

  it('reads FTE as thousandths', () => {
    expect(['1', '0.6', '.5', '60%', '1.0000', '0.33333', '1.3', '-1', 'full'].map(parseFteThousandths)).toEqual([
      1000,
      600,
      500,
      600,
      1000,
      333,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('reads working days as offices write them', () => {
    const found = [
      'Mon, Tue & Thu',
      'MTWThF',
      'Mon-Wed',
      'Monday to Friday',
      '1;2;5',
      'Full time',
      'TuTh',
      'Wednesdays',
      '1010100',
      'Fri-Mon',
      'x',
    ].map(parseWeekdays)
    expect(found).toEqual([
      '1101000',
      '1111100',
      '1110000',
      '1111100',
      '1100100',
      '1111100',
      '0101000',
      '0010000',
      '1010100',
      undefined,
      undefined,
    ])
  })

  it('reads hours a week as minutes', () => {
    expect(['32.5', '32:30', '32h 30', '37 hours', '0', '101', 'full'].map(parseWeeklyMinutes)).toEqual([
      1950,
      1950,
      1950,
      2220,
      0,
      undefined,
      undefined,
    ])
  })
})
