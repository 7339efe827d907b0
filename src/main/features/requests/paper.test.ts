import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReportDocument } from '../../../shared/kernel/report-table'
import { drawsNothing } from '../../../../tests/fixtures/hidden-window'
import { decision, withRoute } from '../../../../tests/fixtures/requests'
import { temporaryFolder } from '../../../../tests/fixtures/school'

const wordsOf = (report: ReportDocument | undefined) => JSON.stringify(report?.blocks ?? [])

describe('requests on paper', () => {
  it('are listed without names unless they are asked for, with what they cost', async () => {
    const file = join(temporaryFolder(), 'requests.csv')
    const { b, request } = await withRoute({ askSaveFile: () => Promise.resolve(file) })
    await b.call('requests.save', request)
    const print = (hasNames: boolean) =>
      b.call('requests.print', { of: { kind: 'register', asked: {}, hasNames }, format: 'csv' })
    expect(await print(false)).toEqual({ printed: false, fileName: 'requests.csv' })
    const without = readFileSync(file, 'utf8')
    expect(without).toContain(
      'R1,Teaching fractions with bar models,2025-11-03,2025-12-08,1,450.31,Waiting,Line manager',
    )
    expect(without).not.toContain('Ann')
    await print(true)
    expect(readFileSync(file, 'utf8')).toContain('R1,Ann Asker,')
    await b.call('requests.print', { of: { kind: 'register', asked: {} }, format: 'xlsx' })
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  })

  it('tell who asked what was decided and why, and give a form with the steps of the school', async () => {
    const { host, reports: drawn } = drawsNothing(() => made.b)
    const made: Awaited<ReturnType<typeof withRoute>> = await withRoute(host)
    const { b, request, mary, lee } = made
    const { id } = await b.call('requests.save', request)
    const other = await b.call('requests.save', { ...request, title: 'A day in Paris' })
    const letter = (of: string) => b.call('requests.print', { of: { kind: 'letter', id: of }, format: 'print' })
    await letter(id)
    expect(drawn.at(-1)).toMatchObject({ title: 'R1: Teaching fractions with bar models' })
    await b.call('requests.decide', decision([id], mary))
    await b.call('requests.decide', decision([id], lee, 'approve-if', 'Share it in January'))
    await letter(id)
    expect(drawn.at(-1)?.isLetter).toBe(true)
    expect(wordsOf(drawn.at(-1))).toMatch(
      /Dear Ann Asker.*has been agreed.*Share it in January.*£450\.31.*cover for 1 day.*in every unit on fractions\.” We will.*in Year 4\..*Lee Leader/,
    )
    await b.call('requests.decide', decision([other.id], mary, 'decline', 'It serves none of our priorities'))
    await letter(other.id)
    expect(wordsOf(drawn.at(-1))).toMatch(
      /has not been agreed this time.*It serves none of our priorities.*Mary Manager/,
    )
    expect(wordsOf(drawn.at(-1))).not.toContain('will pay')
    const third = await b.call('requests.save', { ...request, title: 'A day in Rome' })
    await b.call('requests.decide', decision([third.id], mary, 'approve-if', 'Come back by five'))
    await b.call('requests.decide', decision([third.id], lee, 'decline', 'The money is spent'))
    await letter(third.id)
    expect(wordsOf(drawn.at(-1))).toMatch(/has not been agreed this time.*The money is spent.*Lee Leader/)
    expect(wordsOf(drawn.at(-1))).not.toMatch(/condition|Come back by five/)
    await b.call('requests.print', { of: { kind: 'form' }, format: 'print' })
    expect(drawn.at(-1)?.subtitle).toBe('To be handed in 21 days before the day wanted')
    expect(wordsOf(drawn.at(-1))).toMatch(
      /What will pupils have of it\?.*Line manager.*Cover organiser.*CPD leader.*Head/,
    )
  })
})
