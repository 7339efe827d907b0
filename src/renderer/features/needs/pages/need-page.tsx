import { Suspense, useState } from 'react'
import { useParams } from 'wouter'
import { isOverdue, movesFrom } from '../../../../shared/features/needs/rules'
import type { Move } from '../../../../shared/features/needs/model'
import {
  importanceNames,
  moveName,
  ownerKindNames,
  sourceNames,
  stateNames,
  wayWords,
} from '../../../../shared/features/needs/words'
import { formatDay } from '../../../../shared/kernel/dates'
import { Button, LinkButton, TextLink } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DefinitionList, type Definition } from '../../../components/definition-list'
import { MenuButton } from '../../../components/menu-button'
import { Block, Columns, PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { useExtensions } from '../../../lib/extensions'
import { History } from '../components/history'
import { MovePanel } from '../components/move-panel'
import { PaperButtons } from '../components/paper-buttons'
import { ServePanel } from '../components/serve-panel'
import { ServedBy } from '../components/served-by'
import { stateTones } from '../lib/tones'

type Shown = OutputFor<'needs.get'>

/** One need: what it is, how it stands and how it came to stand so, and the events that serve it. */
export function NeedPage() {
  const { id } = useParams<{ id: string }>()
  const read = useRead('needs.get', { id })
  return <ReadState read={read}>{(need) => <NeedRecord key={id} need={need} />}</ReadState>
}

function NeedRecord({ need }: { readonly need: Shown }) {
  const [move, setMove] = useState<Move | undefined>(undefined)
  const [isServing, setServing] = useState(false)
  const { needPanels } = useExtensions()
  return (
    <>
      <NeedHead need={need} onMove={setMove} />
      <Columns split="wide-left">
        <div>
          <Block>
            <History steps={need.steps} />
          </Block>
          <Block>
            <ServedBy need={need} onServe={() => setServing(true)} />
          </Block>
        </div>
        <Block>
          <DefinitionList items={factsOf(need)} />
          <div className="page-actions">
            <PaperButtons of={{ kind: 'need', id: need.id }} />
          </div>
        </Block>
      </Columns>
      <Suspense fallback={null}>
        {needPanels.map(({ key, Panel }) => (
          <Block key={key}>
            <Panel needId={need.id} />
          </Block>
        ))}
      </Suspense>
      {move !== undefined && <MovePanel need={need} to={move} onClose={() => setMove(undefined)} />}
      {isServing && <ServePanel need={need} onClose={() => setServing(false)} />}
    </>
  )
}

/** The first step that is offered is the one button; the others are in the menu. */
function NeedHead({ need, onMove }: { readonly need: Shown; readonly onMove: (to: Move) => void }) {
  const [first, ...others] =
    need.state === 'agreed' || need.state === 'planned' ? inOrder(need.state) : movesFrom(need.state)
  const whose =
    need.owner.kind === 'person' ? need.owner.name : `${ownerKindNames[need.owner.kind]}: ${need.owner.name}`
  return (
    <PageHead
      title={need.title}
      about={need.owner.kind === 'school' ? need.owner.name : whose}
      trail={[{ title: 'Needs', to: '/needs' }]}
      secondary={
        <>
          <LinkButton to={`/needs/record/${need.id}/edit`}>Change</LinkButton>
          <MenuButton
            label="More steps"
            items={others.map((to) => ({ key: to, title: moveName(need.state, to), onAction: () => onMove(to) }))}
          />
        </>
      }
      primary={
        first !== undefined && (
          <Button kind="primary" onPress={() => onMove(first)}>
            {moveName(need.state, first)}
          </Button>
        )
      }
    />
  )
}

/** What closes a need comes before what plans it: planning is done by putting an event to it. */
function inOrder(state: 'agreed' | 'planned'): readonly Move[] {
  const moves = movesFrom(state)
  return ['met' as const, ...moves.filter((move) => move !== 'met')]
}

function factsOf(need: Shown): Definition[] {
  const { today } = need
  return [
    {
      term: 'State',
      value: (
        <StatusMark tone={isOverdue(need, today) ? 'warn' : stateTones[need.state]}>
          {stateNames[need.state]} since {formatDay(need.stateOn)}
        </StatusMark>
      ),
    },
    { term: 'Whose', value: <Owner need={need} /> },
    ...when('About it', need.description),
    { term: 'Found by', value: sourceNames[need.sourceCode] },
    ...when('Standard', need.standard && `${need.standard.code} ${need.standard.label}`),
    ...(need.priorityId === null
      ? []
      : [
          {
            term: 'Priority',
            value: <TextLink to={`/priorities/${need.priorityId}`}>{need.priorityTitle}</TextLink>,
          },
        ]),
    { term: 'Importance', value: importanceNames[need.importance] ?? '' },
    ...when('Level', wayWords(need.nowLevel, need.targetLevel)),
    ...when('In practice', need.impactOnPractice),
    ...when('For pupils', need.impactOnPupils),
    ...when('To be met by', need.dueOn && formatDay(need.dueOn)),
    ...when('What would suit', need.typeName),
    ...when('Agreed', agreedWords(need)),
  ]
}

function agreedWords({ agreedOn, agreedByName }: Shown): string | null {
  if (agreedOn === null) return null
  return agreedByName === null ? `on ${formatDay(agreedOn)}` : `by ${agreedByName}, ${formatDay(agreedOn)}`
}

const when = (term: string, value: string | null): Definition[] => (value === null ? [] : [{ term, value }])

function Owner({ need: { owner, groupName, hasLeft } }: { readonly need: Shown }) {
  if (owner.kind !== 'person' || owner.id === null) return owner.name
  return (
    <>
      <TextLink to={`/staff/${owner.id}`}>{owner.name}</TextLink>
      {hasLeft ? ', who has left the school' : groupName === null ? '' : `, ${groupName}`}
    </>
  )
}
