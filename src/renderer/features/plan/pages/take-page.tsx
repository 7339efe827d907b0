import { useState } from 'react'
import { importanceNames } from '../../../../shared/features/needs/words'
import { formatDay } from '../../../../shared/kernel/dates'
import { formatPence } from '../../../../shared/kernel/money'
import { yearLabel } from '../../../../shared/kernel/years'
import { Button, LinkButton, TextLink } from '../../../components/button'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { Notice } from '../../../components/notice'
import { Block, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { planAt, usePlanYear } from '../lib/use-plan-year'
import '../components/plan.css'

type Offered = OutputFor<'plan.toTake'>
type Plan = NonNullable<OutputFor<'plan.get'>['plan']>

/** What could come into the plan of a year: agreed needs, requests, and lines of the year before. */
export function TakePage() {
  const { year } = usePlanYear()
  const isKnown = { enabled: year !== undefined }
  const read = useRead('plan.toTake', { year: year ?? 2000 }, isKnown)
  const plan = useRead('plan.get', { year: year ?? 2000 }, isKnown)
  const home = year === undefined ? '/plan' : planAt('/plan', year)
  return (
    <>
      <PageHead
        title="Take into the plan"
        about="Each that you take becomes a line at the end of the plan, to be put in its place, costed and measured there."
        trail={[{ title: year === undefined ? 'Training plan' : `Training plan ${yearLabel(year)}`, to: home }]}
      />
      <ReadState read={plan}>
        {({ plan: found }) =>
          found === null || found.state !== 'draft' ? (
            <Notice tone="info" title={found === null ? 'No plan is begun for this year' : 'This plan is no draft'}>
              <TextLink to={home}>Open the plan</TextLink>
            </Notice>
          ) : (
            <ReadState read={read}>{(offered) => <Take plan={found} offered={offered} />}</ReadState>
          )
        }
      </ReadState>
    </>
  )
}

function Take({ plan, offered }: { readonly plan: Plan; readonly offered: Offered }) {
  return (
    <>
      <Needs plan={plan} offered={offered} />
      <Requests plan={plan} offered={offered} />
      <LastYear plan={plan} offered={offered} />
      <Elsewhere year={plan.academicYear} />
    </>
  )
}

/** What is not taken from a list: the catalogue, and what somebody types. */
function Elsewhere({ year }: { readonly year: number }) {
  return (
    <Block>
      <SectionTitle about="A course or an offer of the catalogue is chosen in a line of its own, and its price comes along.">
        Anything else
      </SectionTitle>
      <div className="form-actions">
        <LinkButton to={planAt('/plan/lines/new', year)}>Type a line</LinkButton>
        <LinkButton kind="quiet" to="/opportunities">
          Look at the opportunities
        </LinkButton>
        <LinkButton kind="quiet" to="/opportunities/matching">
          See what would serve the needs
        </LinkButton>
      </div>
    </Block>
  )
}

interface ListProps {
  readonly label: string
  readonly options: readonly { readonly value: string; readonly title: string; readonly note?: string }[]
  /** What the button says for so many. */
  readonly take: (count: number) => string
  readonly isBusy: boolean
  readonly onTake: (chosen: readonly string[]) => Promise<{ readonly ok: boolean }>
}

/** A list to tick, with one button beneath. */
function TickList({ label, options, take, isBusy, onTake }: ListProps) {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const chosen = ticked.filter((value) => options.some((option) => option.value === value))
  const send = async () => {
    if ((await onTake(chosen)).ok) setTicked([])
  }
  return (
    <>
      <CheckBoxGroup label={label} options={options} value={chosen} onChange={(next) => setTicked(next ?? [])} />
      <div className="form-actions">
        <Button isDisabled={chosen.length === 0} isBusy={isBusy} onPress={() => void send()}>
          {take(chosen.length)}
        </Button>
        <Button kind="quiet" size="small" onPress={() => setTicked(options.map(({ value }) => value))}>
          Choose all {options.length}
        </Button>
      </div>
    </>
  )
}

const linesTaken = ({ added }: { readonly added: number }) => `${plural(added, 'line', 'lines')} added to the plan`

function Needs({ plan, offered }: { readonly plan: Plan; readonly offered: Offered }) {
  const take = useWrite('plan.takeNeeds', { saved: linesTaken, toastFailure: true })
  const { clusters, raised } = offered
  return (
    <Block>
      <SectionTitle about="Needs that say the same become one line for everybody who has them.">
        Agreed needs
      </SectionTitle>
      {clusters.length === 0 ? (
        <p>
          No agreed need is waiting that this plan does not serve.{' '}
          <TextLink to="/needs/finding">Ways to find needs</TextLink>
        </p>
      ) : (
        <TickList
          label="Needs"
          options={clusters.map(({ key, title, needs, importance, dueOn, priorityTitle }) => ({
            value: key,
            title,
            note: [
              importanceNames[importance],
              needs.length > 4
                ? plural(needs.length, 'person or group', 'people and groups')
                : needs.map(({ ownerName }) => ownerName).join(', '),
              priorityTitle,
              dueOn === null ? null : `by ${formatDay(dueOn)}`,
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
          take={(count) => (count === 0 ? 'Make lines of them' : `Make ${plural(count, 'line', 'lines')} of them`)}
          isBusy={take.isSending}
          onTake={(keys) =>
            take.send({
              planId: plan.id,
              clusters: clusters
                .filter(({ key }) => keys.includes(key))
                .map(({ needs }) => needs.map(({ id }) => id)),
            })
          }
        />
      )}
      {raised > 0 && (
        <p className="plan-note">
          {plural(raised, 'need waits', 'needs wait')} to be agreed and cannot be planned yet.{' '}
          <TextLink to="/needs?state=raised">Look at them</TextLink>
        </p>
      )}
    </Block>
  )
}

function Requests({ plan, offered }: { readonly plan: Plan; readonly offered: Offered }) {
  const take = useWrite('plan.takeRequests', { saved: linesTaken, toastFailure: true })
  const { requests } = offered
  const { academicYear } = plan
  return (
    <Block>
      <SectionTitle about="With their provider, their costs, their cover and how they are to be measured.">
        Requests
      </SectionTitle>
      {requests.length === 0 ? (
        <p>
          No request is waiting that is wanted in {yearLabel(academicYear)} or on no day yet.{' '}
          <TextLink to="/requests">All requests</TextLink>
        </p>
      ) : (
        <TickList
          label="Requests that no plan holds"
          options={requests.map(({ id, number, title, personName, costPence }) => ({
            value: id,
            title,
            note: `R${number} · ${personName} · ${formatPence(costPence)}`,
          }))}
          take={(count) => (count === 0 ? 'Make lines of them' : `Make ${plural(count, 'line', 'lines')} of them`)}
          isBusy={take.isSending}
          onTake={(requestIds) => take.send({ planId: plan.id, requestIds: [...requestIds] })}
        />
      )}
    </Block>
  )
}

function LastYear({ plan, offered }: { readonly plan: Plan; readonly offered: Offered }) {
  const carry = useWrite('plan.carryOver', { saved: linesTaken, toastFailure: true })
  const { lastYear } = offered
  if (lastYear === null || lastYear.lines.length === 0) return null
  return (
    <Block>
      <SectionTitle about="What, for whom, its costs and its measure come along; days, needs and events stay in their year.">
        {`From the plan of ${yearLabel(lastYear.academicYear)}`}
      </SectionTitle>
      <TickList
        label="Lines to carry over"
        options={lastYear.lines.map(({ id, title, costPence, isMust }) => ({
          value: id,
          title,
          note: [formatPence(costPence), isMust ? 'must happen' : null].filter(Boolean).join(' · '),
        }))}
        take={(count) => (count === 0 ? 'Carry them over' : `Carry ${plural(count, 'line', 'lines')} over`)}
        isBusy={carry.isSending}
        onTake={(lineIds) => carry.send({ planId: plan.id, lineIds: [...lineIds] })}
      />
    </Block>
  )
}
