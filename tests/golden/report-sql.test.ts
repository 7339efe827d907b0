import { expect, it } from 'vitest'
import { day } from '../../src/shared/kernel/dates'
import { eventsOfYear, evidenceOfYear, prioritiesOfYears } from '../../src/main/features/reports/activity-queries'
import { firstAndLastDay, fundAmounts, fundList, spendCells } from '../../src/main/features/reports/money-queries'
import {
  groupList,
  headsByEvent,
  headsByGroup,
  peopleWhoTookPart,
  postsByGroup,
  timeCells,
} from '../../src/main/features/reports/time-queries'

const span = { startsOn: day('2025-09-01'), endsOn: day('2026-08-31') }

it('the SQL of the reports is the SQL that was approved', async () => {
  const queries = {
    spendCells: spendCells(span),
    fundList: fundList(),
    fundAmounts: fundAmounts(span),
    firstAndLastDay: firstAndLastDay(),
    timeCells: timeCells(span, { schoolDayMinutes: 390, coveredHoursExcluded: true }),
    timeCellsAllHours: timeCells(span, { schoolDayMinutes: 390, coveredHoursExcluded: false }),
    headsByGroup: headsByGroup(span),
    headsByEvent: headsByEvent(span),
    postsByGroup: postsByGroup(span),
    groupList: groupList(),
    peopleWhoTookPart: peopleWhoTookPart(span),
    eventsOfYear: eventsOfYear(span),
    evidenceOfYear: evidenceOfYear(span),
    prioritiesOfYears: prioritiesOfYears([2025, 2025], span.endsOn),
  }
  const texts = Object.entries(queries).map(([name, query]) => {
    const { sql, parameters } = query.compile()
    return `-- ${name} ${JSON.stringify(parameters)}\n${sql.trim()}\n`
  })
  await expect(texts.join('\n')).toMatchFileSnapshot('approved/report-queries.sql')
})
