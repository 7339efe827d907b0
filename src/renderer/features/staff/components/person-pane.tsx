import { Suspense, useEffect, useRef, useState } from 'react'
import { LinkButton } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { MenuButton, type MenuAction } from '../../../components/menu-button'
import { Notice } from '../../../components/notice'
import { Block, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useOpenRow } from '../../../components/use-open-row'
import { useRead, useWrite } from '../../../lib/contract-client'
import { useExtensions } from '../../../lib/extensions'
import { arrivedAtRecord } from '../../../lib/navigation'
import { formatDay } from '../../../../shared/kernel/dates'
import type { Person } from '../../../../shared/features/staff/model'
import { lastDayAtSchool } from '../../../../shared/features/staff/rules'
import { HoldingPanel } from './holding-panel'
import { LeavingPanel } from './leaving-panel'
import { PersonCpd } from './person-cpd'
import { PersonFacts } from './person-facts'
import { PostsTimeline } from './posts-timeline'
import './person-pane.css'

/** One person: who they are, the posts they hold and held, and the CPD of this academic year. */
export function PersonPane({ id }: { readonly id: string }) {
  const read = useRead('staff.get', { id })
  return <ReadState read={read}>{(person) => <PersonRecord person={person} />}</ReadState>
}

function PersonRecord({ person }: { readonly person: Person }) {
  const post = useOpenRow(person.holdings)
  const [isLeaving, setLeaving] = useState(false)
  const { personPanels } = useExtensions()
  return (
    <>
      <PersonHead person={person} onAddPost={post.openNew} onLeave={() => setLeaving(true)} />
      {person.isNameMissing && (
        <Notice
          tone="warn"
          title="This person has no name yet"
          action={<LinkButton to={`/staff/${person.id}/edit`}>Write the name</LinkButton>}
        >
          The file they came from held only their user name.
        </Notice>
      )}
      <Block>
        <PersonFacts person={person} />
      </Block>
      <Block>
        <SectionTitle level={3}>Posts</SectionTitle>
        <PostsTimeline person={person} onOpen={post.open} onAdd={post.openNew} />
      </Block>
      <Block>
        <PersonCpd person={person} />
      </Block>
      <Suspense fallback={null}>
        {personPanels.map(({ key, Panel }) => (
          <Block key={key}>
            <Panel personId={person.id} />
          </Block>
        ))}
      </Suspense>
      {post.isOpen && <HoldingPanel person={person} holding={post.row} onClose={post.close} />}
      {isLeaving && <LeavingPanel person={person} onClose={() => setLeaving(false)} />}
    </>
  )
}

interface PersonHeadProps {
  readonly person: Person
  readonly onAddPost: () => void
  readonly onLeave: () => void
}

function PersonHead({ person, onAddPost, onLeave }: PersonHeadProps) {
  const name = [person.title, person.name].filter(Boolean).join(' ')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => arrivedAtRecord(name, heading.current), [name])
  const archive = useWrite('staff.archivePerson', {
    saved: person.isArchived ? 'Taken out again' : 'Put away',
    toastFailure: true,
  })
  const more: MenuAction[] = [
    { key: 'post', title: 'Add a post', onAction: onAddPost },
    {
      key: 'leave',
      title: person.leftOn === null ? 'Record that they leave' : 'Record that they come back',
      onAction: onLeave,
    },
    {
      key: 'archive',
      title: person.isArchived ? 'Take out again' : 'Put away (entered by mistake)',
      onAction: () => void archive.send({ id: person.id, isArchived: !person.isArchived }),
    },
  ]
  return (
    <div className="person-head">
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {name}
        </h2>
        <p>{standing(person)}</p>
      </div>
      <div className="person-actions">
        <LinkButton to={`/activities/record?person=${person.id}`}>Record what was done</LinkButton>
        <LinkButton to={`/staff/${person.id}/edit`}>Change</LinkButton>
        <MenuButton label="More" items={more} />
      </div>
    </div>
  )
}

function standing(person: Person) {
  if (person.isArchived) return <StatusMark tone="none">Put away</StatusMark>
  if (person.leftOn === null && !person.isCurrent) {
    const last = lastDayAtSchool(person, person.holdings)
    return last && <StatusMark tone="none">All posts ended on {formatDay(last)}</StatusMark>
  }
  if (person.leftOn === null) return null
  return (
    <StatusMark tone="none">
      {person.isCurrent ? 'Leaves on' : 'Left on'} {formatDay(person.leftOn)}
    </StatusMark>
  )
}
