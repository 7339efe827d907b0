import { formatMinutes } from '../../../../shared/kernel/lengths'
import type { Meeting, MeetingState } from '../../../../shared/features/mentoring/model'
import { meetingStateNames } from '../../../../shared/features/mentoring/words'
import { StatusMark } from '../../../components/chip'
import { DataTable, type TableColumn } from '../../../components/data-table'
import type { MenuAction } from '../../../components/menu-button'
import { SectionTitle } from '../../../components/page-head'
import { useOpenRow } from '../../../components/use-open-row'
import { useWrite, type OutputFor } from '../../../lib/contract-client'
import { MeetingPanel } from './meeting-panel'

type Shown = OutputFor<'mentoring.get'>

const tones = { planned: 'info', held: 'good', missed: 'none' } as const satisfies Record<MeetingState, string>

/** The meetings of a pair, the newest first; one that was planned is marked with one choice. */
export function Meetings({ pair }: { readonly pair: Shown }) {
  const panel = useOpenRow(pair.meetings)
  const { today } = pair
  const save = useWrite('mentoring.saveMeeting', { saved: 'Meeting saved', toastFailure: true })
  const remove = useWrite('mentoring.removeMeeting', { saved: 'Meeting removed', toastFailure: true })
  const mark = (meeting: Meeting, state: MeetingState) => void save.send({ ...meeting, pairId: pair.id, state })
  const actions = (meeting: Meeting): MenuAction[] => [
    ...(meeting.state !== 'held' && meeting.heldOn <= today
      ? [{ key: 'held', title: 'They met', onAction: () => mark(meeting, 'held') }]
      : []),
    ...(meeting.state !== 'missed' && meeting.heldOn <= today
      ? [{ key: 'missed', title: 'It was missed', onAction: () => mark(meeting, 'missed') }]
      : []),
    { key: 'change', title: 'Change it', onAction: () => panel.open(meeting) },
    {
      key: 'remove',
      title: 'Remove it',
      isDanger: true,
      onAction: () => void remove.send({ id: meeting.id }),
    },
  ]
  return (
    <>
      <SectionTitle level={3}>Meetings</SectionTitle>
      <DataTable
        label="Meetings"
        rows={pair.meetings}
        rowKey={(meeting) => meeting.id}
        columns={columnsFor(today)}
        height="natural"
        onOpen={panel.open}
        actions={actions}
        empty={<p className="muted">No meeting yet. “They met today” records one with a single press.</p>}
      />
      {panel.isOpen && <MeetingPanel pair={pair} meeting={panel.row} onClose={panel.close} />}
    </>
  )
}

function columnsFor(today: Shown['today']): readonly TableColumn<Meeting>[] {
  return [
    { key: 'heldOn', title: 'Day', kind: 'day', value: (meeting) => meeting.heldOn, note: (m) => m.note },
    {
      key: 'minutes',
      title: 'Length',
      kind: 'text',
      value: (meeting) => formatMinutes(meeting.durationMinutes),
      width: 120,
    },
    {
      key: 'state',
      title: 'State',
      kind: 'text',
      value: (meeting) => meeting.state,
      render: (meeting) =>
        meeting.state === 'planned' && meeting.heldOn < today ? (
          <StatusMark tone="warn">Did they meet?</StatusMark>
        ) : (
          <StatusMark tone={tones[meeting.state]}>{meetingStateNames[meeting.state]}</StatusMark>
        ),
      width: 160,
    },
  ]
}
