import { useState } from 'react'
import { formatDayShort } from '../../../../shared/kernel/dates'
import { gapSentence, NOBODY, whoCarries } from '../../../../shared/features/responsibilities/as-report'
import type { Duty, ResponsibilityChart, RoleChart } from '../../../../shared/features/responsibilities/model'
import { Button } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { Finding } from '../../../components/figures'
import { FilterChips } from '../../../components/filter-chips'
import { Block, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { useQueryParam } from '../../../lib/navigation'
import { ChartOnPaper } from '../components/chart-on-paper'
import { DutyPanel } from '../components/duty-panel'
import { GivePanel } from '../components/give-panel'

interface Place {
  readonly roleId: string
  readonly dutyId: string
}

/** The leader's responsibilities and the duties of the post, each with who carries it. */
export function ChartPage() {
  const read = useRead('responsibilities.chart', {})
  const [isGiving, setGiving] = useState(false)
  return (
    <>
      <PageHead
        title="Who carries which responsibility?"
        about="What belongs to leading CPD, line by line, and whose it is. The chart names members of staff, on paper too: it is for the staff of the school."
        trail={[{ title: 'Staff', to: '/staff' }]}
        secondary={<ChartOnPaper />}
        primary={
          <Button kind="primary" onPress={() => setGiving(true)}>
            Give responsibilities
          </Button>
        }
      />
      <ReadState read={read}>
        {(chart) => (
          <>
            <Chart chart={chart} />
            {isGiving && <GivePanel chart={chart} onClose={() => setGiving(false)} />}
          </>
        )}
      </ReadState>
    </>
  )
}

function Chart({ chart }: { readonly chart: ResponsibilityChart }) {
  const [show, setShow] = useQueryParam('show')
  const [open, setOpen] = useState<Place | undefined>(undefined)
  const duty = chart.roles
    .find(({ roleId }) => roleId === open?.roleId)
    ?.areas.flatMap(({ duties }) => duties)
    .find(({ dutyId }) => dutyId === open?.dutyId)
  const gaps = chart.duties - chart.held
  return (
    <>
      <Block>
        <Finding>{gapSentence(chart.duties, gaps)}</Finding>
      </Block>
      <FilterChips
        label="Show"
        chips={[{ key: 'gaps', title: NOBODY, count: gaps }]}
        selected={show === 'gaps' ? 'gaps' : undefined}
        onSelect={setShow}
      />
      {chart.roles.map((role) => (
        <Role
          key={role.roleId}
          role={role}
          onlyGaps={show === 'gaps'}
          onOpen={(dutyId) => setOpen({ roleId: role.roleId, dutyId })}
        />
      ))}
      {open && duty && (
        <DutyPanel chart={chart} roleId={open.roleId} duty={duty} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

const columns: readonly TableColumn<Duty>[] = [
  { key: 'text', title: 'Responsibility', kind: 'text', value: (duty) => duty.text, sortable: false },
  {
    key: 'who',
    title: 'Who carries it',
    kind: 'text',
    value: (duty) => whoCarries(duty),
    render: (duty) =>
      whoCarries(duty) === NOBODY ? <StatusMark tone="warn">{NOBODY}</StatusMark> : whoCarries(duty),
    note: aboutHolders,
    width: 260,
    sortable: false,
  },
]

/** Since when it is theirs; or who carried it last. */
function aboutHolders({ holders }: Duty): string | null {
  const now = holders.filter(({ isNow }) => isNow)
  const [first] = now.map(({ fromOn }) => fromOn).sort()
  if (first !== undefined) return `since ${formatDayShort(first)}`
  const [last] = holders
  if (last === undefined) return null
  if (last.hasLeft) return `${last.name} has left`
  return last.untilOn === null
    ? `${last.name} from ${formatDayShort(last.fromOn)}`
    : `${last.name} until ${formatDayShort(last.untilOn)}`
}

interface RoleProps {
  readonly role: RoleChart
  readonly onlyGaps: boolean
  readonly onOpen: (dutyId: string) => void
}

function Role({ role, onlyGaps, onOpen }: RoleProps) {
  const areas = role.areas
    .map((area) => ({
      ...area,
      duties: area.duties.filter((duty) => !onlyGaps || whoCarries(duty) === NOBODY),
    }))
    .filter(({ duties }) => duties.length > 0)
  if (areas.length === 0) return null
  return (
    <Block>
      <SectionTitle>{role.title}</SectionTitle>
      {areas.map((area) => (
        <Block key={area.id}>
          {role.areas.length > 1 && <SectionTitle level={3}>{area.title}</SectionTitle>}
          <DataTable
            label={role.areas.length > 1 ? `${role.title}, ${area.title}` : role.title}
            rows={area.duties}
            rowKey={({ dutyId }) => dutyId}
            columns={columns}
            height="natural"
            onOpen={({ dutyId }) => onOpen(dutyId)}
            empty={null}
          />
        </Block>
      ))}
    </Block>
  )
}
