import { Plus } from 'lucide-react'
import { useState } from 'react'
import { expertiseSourceNames, type ExpertiseLine } from '../../../../shared/features/needs/expertise'
import { levelNames } from '../../../../shared/features/needs/words'
import { Button, LinkButton } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { Switch } from '../../../components/fields/switch'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useOpenRow } from '../../../components/use-open-row'
import { useRead, useWrite } from '../../../lib/contract-client'
import { ExpertisePanel } from '../components/expertise-panel'
import { PaperButtons } from '../components/paper-buttons'

const columns: readonly TableColumn<ExpertiseLine>[] = [
  {
    key: 'subject',
    title: 'Subject or skill',
    kind: 'text',
    value: ({ subject }) => subject,
    note: ({ standard, note }) => note ?? (standard && `${standard.code} ${standard.label}`),
  },
  {
    key: 'name',
    title: 'Who',
    kind: 'text',
    value: ({ listName }) => listName,
    note: ({ groupName, isCurrent }) => (isCurrent ? groupName : 'no longer'),
    width: 200,
  },
  { key: 'level', title: 'How well', kind: 'text', value: ({ level }) => levelNames[level] ?? null, width: 150 },
  {
    key: 'canTrain',
    title: 'Can train others',
    kind: 'text',
    value: ({ canTrain }) => (canTrain ? 'Yes' : 'No'),
    width: 150,
  },
  {
    key: 'source',
    title: 'How we know',
    kind: 'text',
    value: ({ source }) => expertiseSourceNames[source],
    width: 160,
    hideNarrow: true,
  },
  { key: 'fromOn', title: 'Since', kind: 'day', value: ({ fromOn }) => fromOn, width: 120, hideNarrow: true },
]

/** Who knows what well, and who can train others in it. */
export function ExpertisePage() {
  const [canTrain, setCanTrain] = useState(false)
  const read = useRead('expertise.list', { canTrain }, { keepPrevious: true })
  const remove = useWrite('expertise.remove', { saved: 'Taken out of the register', toastFailure: true })
  const panel = useOpenRow(read.data?.lines ?? [])
  const add = (
    <Button kind="primary" icon={<Plus aria-hidden="true" />} onPress={panel.openNew}>
      Add expertise
    </Button>
  )
  const toolbar = (
    <>
      <Switch label="Only who can train others" value={canTrain} onChange={(on) => setCanTrain(on === true)} />
      <PaperButtons of={{ kind: 'expertise', canTrain }} />
    </>
  )
  return (
    <>
      <PageHead
        title="Expertise"
        about="Who knows what, and who can train others in it: look here before you buy a course."
        trail={[{ title: 'Needs', to: '/needs' }]}
        primary={add}
      />
      <ReadState read={read}>
        {({ lines }) =>
          lines.length === 0 && !canTrain ? (
            <EmptyState
              title="Who could help a colleague?"
              about="A skills audit fills this register; what you know already can be typed in. It then stands beside every need that it fits."
              primary={<Button onPress={panel.openNew}>Add the first line</Button>}
              secondary={<LinkButton to="/needs/finding">Go to the skills audit</LinkButton>}
            />
          ) : (
            <DataTable
              label="Expertise"
              rows={lines}
              rowKey={({ id }) => id}
              columns={columns}
              filter={({ subject, name, standard, note }) => [subject, name, standard?.label, note].join(' ')}
              filterLabel="Who can train in…"
              onOpen={panel.open}
              actions={({ id }) => [
                { key: 'remove', title: 'Take it out of the register', onAction: () => void remove.send({ id }) },
              ]}
              toolbar={toolbar}
              empty={
                <>
                  {toolbar}
                  <p className="muted">Nobody so far can train others.</p>
                </>
              }
            />
          )
        }
      </ReadState>
      {panel.isOpen && <ExpertisePanel line={panel.row} onClose={panel.close} />}
    </>
  )
}
