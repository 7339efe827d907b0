import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { channelNames, contract } from '../../src/shared/contract'
import { fixedClock, type Clock } from '../../src/shared/kernel/clock'
import { isErrorCode } from '../../src/shared/kernel/error-codes'
import { compose } from '../../src/main/compose'
import { sql } from '../../src/main/db/handle'
import { FuzzInputs } from '../fixtures/fuzz-input'
import { inProcessParserHost } from '../fixtures/parser-host'
import { NOW, noHost, temporaryFolder } from '../fixtures/school'
import { seeded, times } from './support'

/** A dozen for each channel, however many there are. */
const messages = times(12 * channelNames.length, 100_000)

interface Bug {
  readonly channel: string
  readonly error: string
}

/** The whole application on the sample school, and the bugs that its one door has seen. */
function fuzzed(clock: Clock = fixedClock(NOW)) {
  const folder = temporaryFolder()
  const bugs: Bug[] = []
  const made = compose({
    clock,
    dataFolder: folder,
    host: noHost,
    parser: inProcessParserHost(),
    about: { version: '0.0.0-test', sqlite: '', host: 'test' },
    checkOutput: true,
    onBug: (channel, error) => {
      bugs.push({ channel, error: error instanceof Error ? String(error.stack) : String(error) })
    },
  })
  onTestFinished(() => made.desk.clear())
  const path = join(folder, 'Sample.cpdschool')
  return { ...made, path, bugs }
}

const idTables = [
  'person',
  'post',
  'team',
  'post_holding',
  'priority',
  'provider',
  'activity',
  'event',
  'session',
  'booking',
  'fund',
  'cost_line',
  'cost_movement',
  'ledger_line',
  'staff_group',
  'mentoring_pair',
  'mentoring_meeting',
  'induction',
  'induction_step',
  'responsibility_holder',
  'entitlement_rule',
  'entitlement_tick',
  'request',
  'request_step',
  'need',
  'need_event',
  'expertise',
  'opportunity',
  'opportunity_date',
  'offer',
  'provider_check',
  'partner_school',
  'event_share',
  'event_division',
  'talk',
  'survey_round',
  'survey_sheet',
  'training_plan',
  'plan_line',
  'plan_version',
  'change',
] as const

it(
  `answers ${messages.toLocaleString('en-GB')} made-up messages over every channel with a value or a known code`,
  async () => {
    const made = fuzzed()
    made.school.createSampleAt(made.path)
    const ids = Object.fromEntries(
      idTables.map((table) => [
        table,
        made.desk.read.all(sql.selectFrom(table).select('id').limit(40)).map((row) => row.id),
      ]),
    )
    const inputs = new FuzzInputs(seeded(20_251_120), ids)
    const answered = new Map<string, number>()
    const strange: string[] = []
    for (let index = 0; index < messages; index += 1) {
      const channel = channelNames[index % channelNames.length] ?? 'school.status'
      const result = await made.dispatch(channel, inputs.make(channel))
      const code: string = result.ok ? 'cancelled' : result.code
      if (!isErrorCode(code)) strange.push(`${channel}: ${code}`)
      if (result.ok) answered.set(channel, (answered.get(channel) ?? 0) + 1)
      if (!made.desk.isOpen) made.school.openAt(made.path)
    }
    expect(made.bugs).toEqual([])
    expect(strange).toEqual([])
    // Most channels must have been reached beyond their schema, or the messages prove nothing.
    const reachable = channelNames.filter((name) => contract[name].kind !== 'host')
    expect([...answered.keys()].length).toBeGreaterThan(reachable.length / 2)
    expect(await made.dispatch('backup.verify', {})).toMatchObject({ ok: true, value: { ok: true } })
  },
  times(120_000, 3_600_000),
)

it('would notice a part that breaks', async () => {
  const made = fuzzed({
    ...fixedClock(NOW),
    today: () => {
      throw new TypeError('a clock without hands')
    },
  })
  expect(await made.dispatch('school.status', {})).toEqual({ ok: false, code: 'internal' })
  expect(made.bugs).toMatchObject([{ channel: 'school.status' }])
})

it('refuses a text with a NUL, which would end the text for SQLite', async () => {
  const made = fuzzed()
  made.school.createSampleAt(made.path)
  expect(await made.dispatch('search.find', { text: 'read\u0000ing' })).toEqual({
    ok: false,
    code: 'input.invalid',
  })
})
