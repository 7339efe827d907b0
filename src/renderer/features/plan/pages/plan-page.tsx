import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Plan } from '../../../../shared/features/plan/model'
import { summaryWords } from '../../../../shared/features/plan/plan-paper'
import { drawLine } from '../../../../shared/features/plan/rules'
import { stateWords } from '../../../../shared/features/plan/words'
import type { Day } from '../../../../shared/kernel/dates'
import type { Pence } from '../../../../shared/kernel/money'
import { yearLabel } from '../../../../shared/kernel/years'
import { Button, LinkButton } from '../../../components/button'
import { EmptyState } from '../../../components/empty-state'
import { Finding } from '../../../components/figures'
import { MenuButton } from '../../../components/menu-button'
import { OnPaper } from '../../../components/on-paper'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { Approval } from '../components/approval'
import { BudgetBar } from '../components/budget-bar'
import { PlanTable } from '../components/plan-table'
import { Settings } from '../components/settings'
import { YearSelect } from '../components/year-select'
import { planFiles } from '../lib/plan-files'
import { planAt, usePlanYear } from '../lib/use-plan-year'
import '../components/plan.css'

/** The training plan of a year: what, in which order, and where the money ends. */
export function PlanPage() {
  const { year, setYear, list } = usePlanYear()
  const read = useRead('plan.get', { year: year ?? 2000 }, { enabled: year !== undefined, keepPrevious: true })
  if (year === undefined || list === undefined) return <PageHead title="Training plan" />
  return (
    <ReadState read={read}>
      {({ plan, today }) =>
        plan === null || plan.academicYear !== year ? (
          <NoPlan year={year} list={list} onYear={setYear} />
        ) : (
          <OnePlan key={plan.id} plan={plan} today={today} list={list} onYear={setYear} />
        )
      }
    </ReadState>
  )
}

interface ForYear {
  readonly list: OutputFor<'plan.list'>
  readonly onYear: (year: string) => void
}

function NoPlan({ year, list, onYear }: ForYear & { readonly year: number }) {
  const begin = useWrite('plan.begin', { saved: `Plan of ${yearLabel(year)} begun`, toastFailure: true })
  return (
    <>
      <PageHead
        title="Training plan"
        about="What the school will do in a year, for whom, when and at what cost, and where the money ends."
        secondary={<YearSelect list={list} year={year} onChange={onYear} />}
      />
      <EmptyState
        title={`No plan for ${yearLabel(year)} yet`}
        about="Begin with a blank one. Then add lines yourself, or take in agreed needs, requests, and what you did the year before."
        primary={
          <Button kind="primary" isBusy={begin.isSending} onPress={() => void begin.send({ year })}>
            Begin with a blank plan
          </Button>
        }
        secondary={<LinkButton to="/needs">Look at the needs</LinkButton>}
      />
    </>
  )
}

interface OnePlanProps extends ForYear {
  readonly plan: Plan
  readonly today: Day
}

function OnePlan({ plan, today, list, onYear }: OnePlanProps) {
  const [tried, setTried] = useState<Pence | null>(null)
  const [isSetting, setSetting] = useState(false)
  const [names, setNames] = useState(false)
  const budget = tried ?? plan.budgetPence
  const drawn = drawLine(plan.lines, budget)
  const isDraft = plan.state === 'draft'
  return (
    <>
      <PageHead
        title={plan.title}
        about={`${stateWords[plan.state]}. What must happen comes first; then the wishes, in your order.`}
        primary={
          isDraft && (
            <LinkButton
              kind="primary"
              icon={<Plus aria-hidden="true" />}
              to={planAt('/plan/lines/new', plan.academicYear)}
            >
              Add a line
            </LinkButton>
          )
        }
        secondary={<PrintPlan plan={plan} names={names} />}
      />
      <Finding>{summaryWords({ ...plan, budgetPence: budget }, drawn)}</Finding>
      <BudgetBar
        plan={plan}
        drawn={drawn}
        tried={tried}
        onTry={setTried}
        doors={<Doors plan={plan} names={names} onNames={setNames} onSettings={() => setSetting(true)} />}
      >
        <YearSelect list={list} year={plan.academicYear} onChange={onYear} />
      </BudgetBar>
      {plan.lines.length === 0 ? <NoLines year={plan.academicYear} /> : <PlanTable plan={plan} drawn={drawn} />}
      <Approval plan={plan} today={today} />
      <Settings plan={plan} isOpen={isSetting} onClose={() => setSetting(false)} />
    </>
  )
}

function NoLines({ year }: { readonly year: number }) {
  return (
    <EmptyState
      title="Nothing is planned yet"
      about="Each line is one thing to do: what, for whom, when, at what cost, and how you will know that it helped."
      primary={
        <LinkButton to={planAt('/plan/take', year)}>Take in needs, requests or last year’s lines</LinkButton>
      }
      secondary={<LinkButton to={planAt('/plan/lines/new', year)}>Type the first line</LinkButton>}
    />
  )
}

/** The plan as it stands, on paper and as a file. */
function PrintPlan({ plan, names }: { readonly plan: Plan; readonly names: boolean }) {
  const print = useWrite('plan.print', { toastFailure: true })
  return (
    <OnPaper
      files={planFiles}
      isBusy={print.isSending}
      ask={(format) => print.send({ year: plan.academicYear, names, format })}
    />
  )
}

interface DoorsProps {
  readonly plan: Plan
  /** Names of staff are printed. */
  readonly names: boolean
  readonly onNames: (names: boolean) => void
  readonly onSettings: () => void
}

/** What leads on from the plan, and what is done with it seldom. */
function Doors({ plan, names, onNames, onSettings }: DoorsProps) {
  const remove = useWrite('plan.remove', { saved: 'Plan taken away', toastFailure: true })
  const year = plan.academicYear
  const isDraft = plan.state === 'draft'
  return (
    <>
      {isDraft && <LinkButton to={planAt('/plan/take', year)}>Take in…</LinkButton>}
      <LinkButton to={planAt('/plan/actual', year)}>Plan against actual</LinkButton>
      <MenuButton
        label="More"
        items={[
          {
            key: 'names',
            title: names ? 'Print without names of staff' : 'Print with names of staff',
            onAction: () => onNames(!names),
          },
          { key: 'settings', title: 'Budget, funds and words', onAction: onSettings, isDisabled: !isDraft },
          {
            key: 'remove',
            title: 'Take the plan away',
            isDanger: true,
            isDisabled: !isDraft || plan.steps.length > 1,
            onAction: () => void remove.send({ id: plan.id }),
          },
        ]}
      />
    </>
  )
}
