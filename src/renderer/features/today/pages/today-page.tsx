import { formatDayShort, formatDay, weekdayName, type Day } from '../../../../shared/kernel/dates'
import { yearLabel } from '../../../../shared/kernel/years'
import type { Coming, TodayView } from '../../../../shared/features/today/contract'
import { LinkButton, TextLink } from '../../../components/button'
import { ChartFrame } from '../../../components/chart'
import { FigureStrip, Finding, Meter } from '../../../components/figures'
import { Block, Columns, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Rows } from '../../../components/rows'
import { useRead } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { evidenceChart, hoursChart } from '../charts'
import { taskWords } from '../task-words'

/** "20 November", where the year goes without saying. */
const dayOfYear = (day: Day) => formatDay(day).replace(/ \d{4}$/, '')

const hours = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

/** What is due, what is missing, the year's figures, what comes next. */
export function TodayPage() {
  const read = useRead('today.view', {})
  return <ReadState read={read}>{(view) => <Today view={view} />}</ReadState>
}

function Today({ view }: { readonly view: TodayView }) {
  const due = view.tasks.length
  const next = view.coming[0]
  const about = `${due === 0 ? 'Nothing waits for you.' : `${plural(due, 'thing needs', 'things need')} you.`} ${next ? `Next: ${next.title}, ${weekdayName(next.heldOn)}\u00A0${dayOfYear(next.heldOn).replace(' ', '\u00A0')}.` : ''}`
  return (
    <>
      <PageHead
        title={`${weekdayName(view.today)} ${dayOfYear(view.today)}`}
        about={about.trim()}
        primary={
          <LinkButton kind="primary" to="/activities/record">
            Record what was done
          </LinkButton>
        }
        secondary={
          <LinkButton kind="plain" to="/money/invoices">
            Enter invoices
          </LinkButton>
        }
      />
      <Columns split="wide-left">
        <div>
          {due > 0 && (
            <Block>
              <SectionTitle>Needs you</SectionTitle>
              <Rows
                label="Needs you"
                items={view.tasks.map((task) => {
                  const { section, title, about: detail, action } = taskWords(task)
                  return {
                    key: task.kind,
                    section,
                    title,
                    about: detail,
                    action: (
                      <TextLink to={task.route} strong>
                        {action}
                      </TextLink>
                    ),
                  }
                })}
              />
            </Block>
          )}
          <Block>
            <SectionTitle>Coming up</SectionTitle>
            {view.coming.length === 0 ? (
              <p className="muted">Nothing is planned yet.</p>
            ) : (
              <Rows label="Coming up" items={view.coming.map(comingRow)} />
            )}
          </Block>
        </div>
        <div>
          <YearSoFar view={view} />
        </div>
      </Columns>
    </>
  )
}

function comingRow(coming: Coming) {
  const times =
    coming.startsAt === null ? '' : `, ${coming.startsAt}${coming.endsAt === null ? '' : `–${coming.endsAt}`}`
  const position = coming.sessions > 1 ? `, session ${coming.position} of ${coming.sessions}` : ''
  const parts = [
    `${weekdayName(coming.heldOn)} ${formatDayShort(coming.heldOn)}${times}`,
    coming.isInsetDay ? 'INSET day' : '',
    coming.ledBy === null ? '' : `led by ${coming.ledBy}`,
    coming.booked === 0 ? 'nobody booked' : `${coming.booked} booked`,
  ]
  return {
    key: `${coming.eventId} ${coming.heldOn}`,
    title: `${coming.title}${position}`,
    about: parts.filter((part) => part !== '').join(' · '),
    action: (
      <TextLink to={`/activities/${coming.eventId}`} label={`Open ${coming.title}`}>
        Open
      </TextLink>
    ),
  }
}

function MoneySoFar({ money }: { readonly money: TodayView['money'] }) {
  const gone = Math.round(money.partOfYearGone * 100)
  const used =
    money.budgetPence > 0 ? Math.round(((money.paidPence + money.promisedPence) / money.budgetPence) * 100) : 0
  return (
    <Block>
      <SectionTitle about={`Financial year ${money.label}`}>The money so far</SectionTitle>
      {money.budgetPence > 0 ? (
        <>
          <Finding>
            {used}% of the budget is spent or promised with <em>{gone}% of the financial year</em> gone.
          </Finding>
          <Meter
            label="All funds"
            paid={money.paidPence}
            promised={money.promisedPence}
            total={money.budgetPence}
            now={money.partOfYearGone}
          />
        </>
      ) : (
        <p className="muted">
          No budget is entered for this year. <TextLink to="/money/funds">Enter it</TextLink>
        </p>
      )}
    </Block>
  )
}

function YearSoFar({ view }: { readonly view: TodayView }) {
  const { year } = view
  return (
    <>
      <MoneySoFar money={view.money} />
      <Block>
        <SectionTitle about={`Academic year ${yearLabel(view.academicYear)}`}>The year so far</SectionTitle>
        <FigureStrip
          items={[
            {
              label: 'People',
              value: String(year.heads),
              note: `of ${year.people} with an hour or more`,
              to: '/staff',
            },
            {
              label: 'Hours',
              value: hours.format(year.creditedMinutes / 60),
              note: 'credited in all',
              to: '/activities?tab=past',
            },
            { label: 'Events', value: String(year.events), note: 'held', to: '/activities?tab=past' },
          ]}
        />
      </Block>
      {view.hoursByGroup.some((group) => group.creditedMinutes > 0) && (
        <Block>
          <ChartFrame chart={hoursChart(view.hoursByGroup)} about="Hours per full-time post, this academic year" />
        </Block>
      )}
      {view.evidence.length > 0 && (
        <Block>
          <ChartFrame
            chart={evidenceChart(view.evidence)}
            about="Cash of this year’s finished events, by the strongest evidence held"
          />
        </Block>
      )}
    </>
  )
}
