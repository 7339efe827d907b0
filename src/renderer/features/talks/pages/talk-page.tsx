import { useEffect, useState } from 'react'
import { useParams } from 'wouter'
import type { TalkKind, TalkRecord } from '../../../../shared/features/talks/model'
import { isAgreedByTwo } from '../../../../shared/features/talks/rules'
import { kindRoutes, kindWords, subjectOf } from '../../../../shared/features/talks/words'
import type { Day } from '../../../../shared/kernel/dates'
import { Button, LinkButton } from '../../../components/button'
import { SidePanel } from '../../../components/dialog'
import { MenuButton } from '../../../components/menu-button'
import { OnPaper, usualFiles } from '../../../components/on-paper'
import { Block, Columns, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { navigate, useQueryParam } from '../../../lib/navigation'
import { AgreePanel, LookBackPanel } from '../components/agree-panels'
import { NeedList, TheirRecord } from '../components/around'
import { MeetingForm, VoiceForm, WalkForm } from '../components/note-forms'
import { RaisePanel } from '../components/raise-panel'
import { ReviewForm } from '../components/review-form'
import { RouteForm } from '../components/route-form'
import { SheetView } from '../components/sheet-view'

interface KindProps {
  readonly kind: TalkKind
}

/** One talk: its form when it is new or being changed, else what was written down and what became of it. */
export function TalkPage({ kind }: KindProps) {
  const { id = 'new' } = useParams<{ id: string }>()
  const [doing] = useQueryParam('do')
  if (id === 'new') return <FormPage kind={kind} record={undefined} />
  return <KeptTalk key={id} kind={kind} id={id} isChanging={doing === 'change'} />
}

const trailOf = (kind: TalkKind) => [
  { title: 'Finding needs', to: '/needs/finding' },
  { title: kindWords[kind].title, to: kindRoutes[kind] },
]

function KeptTalk({ kind, id, isChanging }: KindProps & { readonly id: string; readonly isChanging: boolean }) {
  const read = useRead('talks.get', { id })
  const [step] = useQueryParam('step')
  // Another step, or the record after its form, is a page of its own at the same address: it is read from its top.
  useEffect(() => document.getElementById('page-title')?.focus(), [isChanging, step])
  if (read.failure?.code === 'record.missing')
    return (
      <PageHead title="This record is no longer there" about="It was undone or removed." trail={trailOf(kind)} />
    )
  return (
    <ReadState read={read}>
      {(found) =>
        isChanging && found.agreedOn === null ? (
          <FormPage kind={kind} record={found} />
        ) : (
          <RecordPage record={found} today={found.today} />
        )
      }
    </ReadState>
  )
}

function FormPage({ kind, record }: KindProps & { readonly record: TalkRecord | undefined }) {
  const words = kindWords[kind]
  return (
    <>
      <PageHead
        title={record === undefined ? words.begin : titleOf(record)}
        about={words.promise}
        trail={trailOf(kind)}
      />
      <FormOf kind={kind} record={record} />
    </>
  )
}

function FormOf({ kind, record }: KindProps & { readonly record: TalkRecord | undefined }) {
  const [personId] = useQueryParam('person')
  const choices = useRead('needs.choices', {})
  const talk = record?.talk
  return (
    <ReadState read={choices}>
      {({ today, actingPersonId }) => {
        const begin = { today, actingPersonId, personId }
        switch (kind) {
          case 'review':
            return <ReviewForm begin={begin} kept={talk?.kind === 'review' ? talk : undefined} />
          case 'meeting':
            return <MeetingForm begin={begin} kept={talk?.kind === 'meeting' ? talk : undefined} />
          case 'walk':
            return <WalkForm begin={begin} kept={talk?.kind === 'walk' ? talk : undefined} />
          case 'voice':
            return <VoiceForm begin={begin} kept={talk?.kind === 'voice' ? talk : undefined} />
          case 'route':
            return <RouteForm begin={begin} kept={talk?.kind === 'route' ? talk : undefined} />
        }
      }}
    </ReadState>
  )
}

function titleOf({ talk, personName }: TalkRecord): string {
  if (talk.kind === 'review') return `Review of ${personName ?? ''}`
  return talk.kind === 'route' ? `${personName ?? ''}: ${talk.title}` : subjectOf(talk)
}

type Open = 'agree' | 'look' | 'raise'

interface RecordProps {
  readonly record: TalkRecord
  readonly today: Day
}

function RecordPage({ record, today }: RecordProps) {
  const [open, setOpen] = useState<Open>()
  const { talk, needs } = record
  const { data } = useRead('talks.qualifications', {}, { enabled: talk.kind === 'route' })
  return (
    <>
      <RecordHead record={record} onOpen={setOpen} />
      <Columns split="wide-left">
        <div>
          <SheetView record={record} set={data?.sets.at(-1)} />
        </div>
        <div>
          <Block>
            <SectionTitle>Needs raised from this</SectionTitle>
            {needs.length === 0 ? <p className="muted">None yet.</p> : <NeedList needs={needs} />}
          </Block>
          {'personId' in talk && (
            <TheirRecord asked={{ personId: talk.personId, on: talk.heldOn, kind: talk.kind }} />
          )}
        </div>
      </Columns>
      <Panels record={record} today={today} open={open} onClose={() => setOpen(undefined)} />
    </>
  )
}

const panelTitles: Readonly<Record<Open, string>> = {
  agree: 'Both agree',
  look: 'Looking back',
  raise: 'Raise needs',
}

function Panels({ record, today, open, onClose }: RecordProps & { open: Open | undefined; onClose: () => void }) {
  return (
    <SidePanel title={panelTitles[open ?? 'agree']} isOpen={open !== undefined} onClose={onClose}>
      {open === 'agree' && <AgreePanel record={record} today={today} onClose={onClose} />}
      {open === 'look' && <LookBackPanel record={record} today={today} onClose={onClose} />}
      {open === 'raise' && <RaisePanel record={record} onClose={onClose} />}
    </SidePanel>
  )
}

interface HeadProps {
  readonly record: TalkRecord
  readonly onOpen: (panel: Open) => void
}

function RecordHead({ record, onOpen }: HeadProps) {
  const { id, talk, agreedOn } = record
  const print = useWrite('talks.print', { toastFailure: true })
  const isOfTwo = isAgreedByTwo(talk.kind)
  const panel: Open = !isOfTwo ? 'raise' : agreedOn === null ? 'agree' : 'look'
  const step = stepLeft(record)
  const change = `${kindRoutes[talk.kind]}/${id}?do=change`
  return (
    <PageHead
      title={titleOf(record)}
      about={kindWords[talk.kind].promise}
      trail={trailOf(talk.kind)}
      primary={
        step !== undefined ? (
          <LinkButton kind="primary" to={change}>
            {`Go on with step ${step}`}
          </LinkButton>
        ) : (
          <Button kind="primary" onPress={() => onOpen(panel)}>
            {panel === 'agree' ? 'Both agree' : panel === 'look' ? 'Look back' : 'Raise needs'}
          </Button>
        )
      }
      secondary={
        <>
          {agreedOn === null && step === undefined && <LinkButton to={change}>Change</LinkButton>}
          <OnPaper
            printing={talk.kind === 'route' ? 'Print the agreement' : undefined}
            files={usualFiles}
            isBusy={print.isSending}
            ask={(format) =>
              print.send({ kind: talk.kind, paper: talk.kind === 'route' ? 'agreement' : 'filled', id, format })
            }
          />
          <More record={record} onOpen={onOpen} />
        </>
      }
    />
  )
}

/** On the way to a qualification, the step that one goes on with before both agree; undefined when none is left. */
const stepLeft = ({ talk, agreedOn }: TalkRecord): number | undefined =>
  talk.kind === 'route' && talk.step < 5 && agreedOn === null ? talk.step : undefined

function More({ record, onOpen }: HeadProps) {
  const { id, talk, agreedOn } = record
  const print = useWrite('talks.print', { toastFailure: true })
  const agree = useWrite('talks.agree', { saved: 'The agreement is taken back', toastFailure: true })
  const remove = useWrite('talks.remove', { saved: 'Removed', toastFailure: true })
  const removeIt = async () => {
    const removed = await remove.send({ id })
    if (removed.ok) navigate(kindRoutes[talk.kind])
  }
  return (
    <MenuButton
      label="More"
      items={[
        ...(stepLeft(record) !== undefined
          ? [{ key: 'agree', title: 'Both agree', onAction: () => onOpen('agree') }]
          : []),
        ...(isAgreedByTwo(talk.kind)
          ? [{ key: 'raise', title: 'Raise needs', onAction: () => onOpen('raise') }]
          : []),
        ...(talk.kind === 'meeting'
          ? [
              {
                key: 'voting',
                title: 'Print the voting sheet',
                onAction: () => void print.send({ kind: 'meeting', paper: 'voting', id, format: 'print' }),
              },
            ]
          : []),
        ...(talk.kind === 'route'
          ? [
              {
                key: 'steps',
                title: 'Print the five steps',
                onAction: () => void print.send({ kind: 'route', paper: 'filled', id, format: 'print' }),
              },
              { key: 'request', title: 'Make a request of it', to: requestOf(record) },
            ]
          : []),
        ...(agreedOn === null
          ? [{ key: 'remove', title: 'Remove', onAction: () => void removeIt() }]
          : [
              {
                key: 'back',
                title: 'Take the agreement back',
                onAction: () => void agree.send({ id, agreedOn: null }),
              },
            ]),
      ]}
    />
  )
}

/** The form of a request, begun with what was agreed. */
function requestOf({ talk, needs }: TalkRecord): string {
  if (talk.kind !== 'route') return '/requests/new'
  const query = new URLSearchParams({ person: talk.personId })
  const [need] = needs
  if (need !== undefined) query.set('need', need.id)
  return `/requests/new?${query.toString()}`
}
