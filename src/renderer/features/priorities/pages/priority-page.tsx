import { Suspense } from 'react'
import { useParams } from 'wouter'
import { Button, LinkButton } from '../../../components/button'
import { Select } from '../../../components/fields/select'
import { MenuButton } from '../../../components/menu-button'
import { Notice } from '../../../components/notice'
import { Block, Columns, PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useOpenRow } from '../../../components/use-open-row'
import { useRead, useWrite } from '../../../lib/contract-client'
import { useExtensions } from '../../../lib/extensions'
import { yearLabel } from '../../../../shared/kernel/years'
import { statuses, zStatus, type Priority } from '../../../../shared/features/priorities/model'
import { levelNames, statusNames } from '../../../../shared/features/priorities/rules'
import { PriorityFacts } from '../components/priority-facts'
import { ReadingPanel } from '../components/reading-panel'
import { Readings } from '../components/readings'
import { ServedBy } from '../components/served-by'

/** One priority: its readings, how it stands, and the events that serve it. */
export function PriorityPage() {
  const { id } = useParams<{ id: string }>()
  const read = useRead('priorities.get', { id })
  return <ReadState read={read}>{(priority) => <PriorityRecord key={id} priority={priority} />}</ReadState>
}

function PriorityRecord({ priority }: { readonly priority: Priority }) {
  const panel = useOpenRow(priority.readings)
  const { priorityPanels } = useExtensions()
  return (
    <>
      <PriorityHead priority={priority} onRecord={panel.openNew} />
      {priority.isArchived && (
        <Notice tone="info">This priority is put away; it stands in no list or report.</Notice>
      )}
      <Columns split="wide-left">
        <Block>
          <Readings priority={priority} onEdit={panel.open} />
        </Block>
        <div>
          <Block>
            <StatusSelect priority={priority} />
          </Block>
          <Block>
            <PriorityFacts priority={priority} />
          </Block>
        </div>
      </Columns>
      <Block>
        <ServedBy priority={priority} />
      </Block>
      <Suspense fallback={null}>
        {priorityPanels.map(({ key, Panel }) => (
          <Block key={key}>
            <Panel priorityId={priority.id} />
          </Block>
        ))}
      </Suspense>
      {panel.isOpen && <ReadingPanel priority={priority} reading={panel.row} onClose={panel.close} />}
    </>
  )
}

function PriorityHead({ priority, onRecord }: { readonly priority: Priority; readonly onRecord: () => void }) {
  const archive = useWrite('priorities.archive', {
    saved: priority.isArchived ? 'Taken out again' : 'Put away',
    toastFailure: true,
  })
  const more = [
    { key: 'plan', title: 'Plan an event for it', to: `/activities/new?priority=${priority.id}` },
    {
      key: 'archive',
      title: priority.isArchived ? 'Take out again' : 'Put away',
      onAction: () => void archive.send({ id: priority.id, isArchived: !priority.isArchived }),
    },
  ]
  const about = [levelNames[priority.level], yearLabel(priority.academicYear), priority.code]
  return (
    <PageHead
      title={priority.title}
      about={about.filter(Boolean).join(' · ')}
      trail={[{ title: 'Priorities', to: `/priorities?year=${priority.academicYear}` }]}
      secondary={
        <>
          <LinkButton to={`/priorities/${priority.id}/edit`}>Change</LinkButton>
          <MenuButton label="More" items={more} />
        </>
      }
      primary={
        <Button kind="primary" onPress={onRecord}>
          Record a reading
        </Button>
      }
    />
  )
}

function StatusSelect({ priority }: { readonly priority: Priority }) {
  const setStatus = useWrite('priorities.setStatus', { saved: 'Status recorded', toastFailure: true })
  return (
    <Select
      label="How it stands"
      options={statuses.map((status) => ({ value: status, title: statusNames[status] }))}
      value={priority.status}
      onChange={(next) => {
        const status = zStatus.safeParse(next)
        if (status.success && status.data !== priority.status) {
          void setStatus.send({ id: priority.id, status: status.data })
        }
      }}
    />
  )
}
