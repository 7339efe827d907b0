import { Plus, Send, Upload } from 'lucide-react'
import { useState } from 'react'
import { useParams } from 'wouter'
import { formatDay } from '../../../../shared/kernel/dates'
import type { Round } from '../../../../shared/features/surveys/model'
import { audienceWords, returnedWords, roundStateNames } from '../../../../shared/features/surveys/words'
import { LinkButton } from '../../../components/button'
import { MenuButton } from '../../../components/menu-button'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Tabs } from '../../../components/tabs'
import { toast } from '../../../components/toast'
import { useRead, useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { navigate, useQueryParam } from '../../../lib/navigation'
import { ChangePanel } from '../components/change-panel'
import { Gaps } from '../components/gaps'
import { Sheets } from '../components/sheets'
import { SummaryTab } from '../components/summary-tab'

/** One round: what came back, what it says together, and the needs that follow. */
export function RoundPage() {
  const { id = '' } = useParams<{ id: string }>()
  const read = useRead('surveys.round', { id })
  return <ReadState read={read}>{(round) => <OneRound round={round} />}</ReadState>
}

function OneRound({ round }: { readonly round: Round }) {
  const [view, setView] = useQueryParam('view')
  const [isChanging, setChanging] = useState(false)
  // Of a closed round no sheet is shown by itself: what came of it is what one comes for.
  const first = isShut(round) ? 'summary' : 'sheets'
  return (
    <>
      <PageHead
        title={round.title}
        about={aboutOf(round)}
        trail={[
          { title: 'Needs', to: '/needs' },
          { title: 'Forms', to: '/needs/forms' },
        ]}
        secondary={<RoundActions round={round} onChange={() => setChanging(true)} />}
        primary={
          !isShut(round) && (
            <LinkButton
              kind="primary"
              to={`/needs/forms/${round.id}/sheets/new`}
              icon={<Plus aria-hidden="true" />}
            >
              Key in a sheet
            </LinkButton>
          )
        }
      />
      <Tabs
        label="Round"
        selected={view ?? first}
        onSelect={(key) => setView(key === first ? undefined : key)}
        tabs={[
          { key: 'sheets', title: 'Sheets', count: round.returned, content: <Sheets round={round} /> },
          { key: 'summary', title: 'Summary', content: <SummaryTab round={round} /> },
          { key: 'needs', title: 'Needs from it', content: <Gaps round={round} /> },
        ]}
      />
      {isChanging && <ChangePanel round={round} onClose={() => setChanging(false)} />}
    </>
  )
}

/** Closed without names: nothing comes in any more. */
const isShut = ({ closedOn }: Round): boolean => closedOn !== null

function aboutOf(round: Round): string {
  const { form, isAnonymous, closesOn, closedOn, state } = round
  const by = form.framework ? `${form.title}, “${form.framework.name}”` : form.title
  const last = closesOn === null ? '' : `, until ${formatDay(closesOn)}`
  const until = closedOn === null ? last : ` on ${formatDay(closedOn)}`
  const names = isAnonymous ? 'without names' : 'with names'
  return `${by}: ${audienceWords(round.audience).toLowerCase()}, ${names}. ${roundStateNames[state]}${until}. ${returnedWords(round)}.`
}

function RoundActions({ round, onChange }: { readonly round: Round; readonly onChange: () => void }) {
  const remove = useWrite('surveys.remove', { saved: 'Round taken back', toastFailure: true })
  return (
    <>
      {!isShut(round) && (
        <>
          <HandOut round={round} />
          <LinkButton to={`/needs/forms/${round.id}/files`} icon={<Upload aria-hidden="true" />}>
            Take in files
          </LinkButton>
        </>
      )}
      <MenuButton
        label="More"
        items={[
          { key: 'change', title: 'Change the round', onAction: onChange },
          {
            key: 'remove',
            title: 'Take the round back',
            isDanger: true,
            onAction: () =>
              void remove.send({ id: round.id }).then(({ ok }) => (ok ? navigate('/needs/forms') : undefined)),
          },
        ]}
      />
    </>
  )
}

/** The empty form on paper, and as files to fill in. */
function HandOut({ round }: { readonly round: Round }) {
  const print = useWrite('surveys.print', { toastFailure: true })
  const files = useWrite('surveys.saveFiles', { toastFailure: true })
  const onPaper = async (format: 'print' | 'pdf' | 'docx') => {
    const result = await print.send({ id: round.id, format })
    if (result.ok && result.value.fileName !== null)
      toast({ text: `Saved as ${result.value.fileName}`, tone: 'good' })
  }
  const saveFiles = async () => {
    const result = await files.send({ id: round.id })
    if (!result.ok) return
    const { files: count, place } = result.value
    toast({
      text: round.isAnonymous ? `Saved as ${place}` : `${plural(count, 'file', 'files')} saved in ${place}`,
      tone: 'good',
    })
  }
  return (
    <MenuButton
      label="Hand out"
      icon={<Send aria-hidden="true" />}
      items={[
        { key: 'print', title: 'Print the form', onAction: () => void onPaper('print') },
        { key: 'pdf', title: 'Save the form as PDF', onAction: () => void onPaper('pdf') },
        { key: 'docx', title: 'Save the form as Word document', onAction: () => void onPaper('docx') },
        {
          key: 'files',
          title: round.isAnonymous ? 'Save the file to fill in' : 'Save a file to fill in for each person',
          onAction: () => void saveFiles(),
        },
      ]}
    />
  )
}
