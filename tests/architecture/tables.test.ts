import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const features = join(root, 'src/main/features')

/** Which feature writes which table. The sample school writes all of them, once, into a file it has just been given. */
const owners: Readonly<Record<string, string>> = {
  school: 'school',
  school_profile: 'school',
  staff_group: 'school',
  band_rate: 'school',
  team: 'staff',
  post: 'staff',
  person: 'staff',
  post_holding: 'staff',
  import_mapping: 'imports',
  priority: 'priorities',
  priority_reading: 'priorities',
  provider: 'provision',
  activity: 'activities',
  event: 'activities',
  session: 'activities',
  booking: 'activities',
  attendance: 'activities',
  fund: 'budgets',
  fund_amount: 'budgets',
  cost_line: 'costs',
  cost_movement: 'costs',
  cost_fund: 'costs',
  cost_share: 'costs',
  ledger_line: 'costs',
  evaluation: 'evaluation',
  report_text: 'reports',
  issued_report: 'reports',
  issued_file: 'reports',
  pack: 'packs',
  own_content: 'packs',
  own_entry: 'packs',
  document: 'documents',
  document_section: 'documents',
  document_step: 'documents',
  document_version: 'documents',
  document_file: 'documents',
  document_link: 'documents',
  document_fact: 'documents',
  document_upstream: 'documents',
  document_comment: 'documents',
  mentoring_pair: 'mentoring',
  mentoring_meeting: 'mentoring',
  induction: 'induction',
  induction_step: 'induction',
  responsibility_holder: 'responsibilities',
  entitlement_rule: 'entitlements',
  entitlement_tick: 'entitlements',
  request: 'requests',
  request_cost: 'requests',
  request_step: 'requests',
  request_history: 'requests',
  request_route: 'requests',
  request_rule: 'requests',
  charge_rule: 'requests',
  opportunity: 'opportunities',
  opportunity_date: 'opportunities',
  opportunity_event: 'opportunities',
  offer: 'opportunities',
  offer_item: 'opportunities',
  offer_person: 'opportunities',
  offer_answer: 'opportunities',
  offer_reason: 'opportunities',
  provider_check: 'opportunities',
  provider_check_answer: 'opportunities',
  partner_school: 'opportunities',
  event_share: 'opportunities',
  event_division: 'opportunities',
  need: 'needs',
  need_step: 'needs',
  need_event: 'needs',
  expertise: 'needs',
  talk: 'talks',
  survey_round: 'surveys',
  survey_asked: 'surveys',
  survey_closing: 'surveys',
  survey_slip: 'surveys',
  survey_sheet: 'surveys',
  training_plan: 'plan',
  plan_fund: 'plan',
  plan_line: 'plan',
  plan_line_cost: 'plan',
  plan_line_need: 'plan',
  plan_line_person: 'plan',
  plan_line_group: 'plan',
  plan_step: 'plan',
  plan_version: 'plan',
  plan_version_file: 'plan',
  draft: 'changes',
}
const writers = /(insertInto|updateTable|deleteFrom|replaceInto)\('(\w+)/g

function writesOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(writers)].map((match) => match[2] as string)
}

const sources = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
)

describe('only its owner writes a table', () => {
  it('finds writes at all, and every table has an owner', () => {
    const written = new Set(sources.flatMap((name) => writesOf(join(features, name))))
    expect(written.size).toBeGreaterThan(20)
    expect([...written].filter((table) => owners[table] === undefined)).toEqual([])
  })

  it.each(sources.filter((name) => !name.startsWith('sample/')))('%s', (name) => {
    const feature = name.split(/[\\/]/)[0]
    expect(writesOf(join(features, name)).filter((table) => owners[table] !== feature)).toEqual([])
  })
})

describe('the live school file', () => {
  it('is never read, copied or hashed through the file system', () => {
    // Closing any handle on the file drops SQLite's lock: everything goes through SQLite (VACUUM INTO for copies).
    const offenders = sources.filter((name) =>
      /(readFile|copyFile|openSync|createReadStream)[^\n]*(desk\.file\.path|file\.path\b)/.test(
        readFileSync(join(features, name), 'utf8'),
      ),
    )
    expect(offenders).toEqual([])
  })
})
