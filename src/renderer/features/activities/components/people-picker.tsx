import { TriangleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button as AriaButton, ListBox, ListBoxItem, type Selection } from 'react-aria-components'
import type { Candidate } from '../../../../shared/features/activities/booking-contract'
import { everyoneIn, type Everyone } from '../../../../shared/features/activities/rules'
import { foldText } from '../../../../shared/kernel/fold-text'
import { SearchField } from '../../../components/fields/search-field'
import { announce } from '../../../lib/announcer'
import { plural } from '../../../lib/format'
import './people-picker.css'

export interface PeoplePickerProps {
  readonly label: string
  readonly people: readonly Candidate[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
  /** One person only, without "everyone". */
  readonly isSingle?: boolean
}

/** People to tick: by name, or everyone of the school, a staff group or a team at once. */
export function PeoplePicker({ label, people, chosen, onChange, isSingle }: PeoplePickerProps) {
  const [typed, setTyped] = useState('')
  const words = foldText(typed).trim().split(/\s+/).filter(Boolean)
  const shown = people.filter((person) => words.every((word) => textOf(person).includes(word)))
  const choose = (selection: Selection) => {
    const keys = selection === 'all' ? shown.map((person) => person.personId) : [...selection].map(String)
    if (isSingle === true) return onChange(new Set(keys))
    // Whoever is out of sight because of the search stays chosen.
    const visible = new Set(shown.map((person) => person.personId))
    onChange(new Set([...[...chosen].filter((id) => !visible.has(id)), ...keys]))
  }
  /** Enter on a name that is found ticks it, and the next name can be typed. */
  const tickTheOne = () => {
    const [one, ...others] = words.length === 0 ? [] : shown
    if (one === undefined || others.length > 0) return
    choose(new Set([...(isSingle === true ? [] : [...chosen]), one.personId]))
    announce(`${one.name} chosen`)
    setTyped('')
  }
  return (
    <div className="people-picker">
      {isSingle !== true && <EveryoneButtons people={people} chosen={chosen} onChange={onChange} />}
      <div className="people-picker-head">
        <SearchField
          label="Find a person, post or team"
          value={typed}
          onChange={setTyped}
          onEnter={() => tickTheOne()}
        />
        {isSingle !== true && <b aria-live="polite">{plural(chosen.size, 'person', 'people')} chosen</b>}
      </div>
      <ListBox
        aria-label={label}
        className="people-list"
        items={shown.map((person) => ({ ...person, id: person.personId }))}
        selectionMode={isSingle === true ? 'single' : 'multiple'}
        selectionBehavior="toggle"
        selectedKeys={[...chosen]}
        onSelectionChange={choose}
        renderEmptyState={() => <p className="options-none">Nobody fits “{typed}”.</p>}
      >
        {(person) => <PersonOption person={person} />}
      </ListBox>
    </div>
  )
}

function textOf(person: Candidate): string {
  return foldText(
    `${person.name} ${person.postTitle ?? ''} ${person.teamName ?? ''} ${person.staffGroupName ?? ''}`,
  )
}

function PersonOption({ person }: { readonly person: Candidate & { readonly id: string } }) {
  const about = [person.postTitle, person.teamName].filter(Boolean).join(', ')
  return (
    <ListBoxItem id={person.id} textValue={person.name} className="people-option">
      <span className="people-tick" aria-hidden="true" />
      <span className="people-name">
        {person.name}
        <small>{about}</small>
      </span>
      {person.clash !== null && (
        <span className="people-clash">
          <TriangleAlert aria-hidden="true" />
          {person.clash.kind === 'time' ? 'at the same time: ' : 'same day: '}
          {person.clash.title}
        </span>
      )}
    </ListBoxItem>
  )
}

interface EveryoneButtonsProps {
  readonly people: readonly Candidate[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

interface Choice {
  readonly key: string
  readonly title: string
  readonly everyone: Everyone
}

/** "Whole school", then each staff group and team: one press ticks them all, a second press unticks them. */
function EveryoneButtons({ people, chosen, onChange }: EveryoneButtonsProps) {
  const choices = useMemo(() => choicesOf(people), [people])
  if (people.length === 0) return null
  const toggle = (choice: Choice) => {
    const ids = everyoneIn(people, choice.everyone).map((person) => person.personId)
    const hasAll = ids.every((id) => chosen.has(id))
    const next = new Set(chosen)
    for (const id of ids) {
      if (hasAll) next.delete(id)
      else next.add(id)
    }
    onChange(next)
    announce(`${plural(next.size, 'person', 'people')} chosen`)
  }
  const part = (title: string, kind: Everyone['kind']) => {
    const of = choices.filter((choice) => choice.everyone.kind === kind)
    if (of.length === 0) return null
    return (
      <div className="everyone" role="group" aria-label={`Everyone of: ${title}`}>
        {kind !== 'school' && <span className="everyone-title">{title}</span>}
        {of.map((choice) => (
          <EveryoneButton
            key={choice.key}
            title={choice.title}
            people={everyoneIn(people, choice.everyone)}
            chosen={chosen}
            onPress={() => toggle(choice)}
          />
        ))}
      </div>
    )
  }
  return (
    <>
      {part('The school', 'school')}
      {part('Groups', 'group')}
      {part('Teams', 'team')}
    </>
  )
}

interface EveryoneButtonProps {
  readonly title: string
  readonly people: readonly Candidate[]
  readonly chosen: ReadonlySet<string>
  readonly onPress: () => void
}

function EveryoneButton({ title, people, chosen, onPress }: EveryoneButtonProps) {
  const isOn = people.every((person) => chosen.has(person.personId))
  return (
    <AriaButton
      className={isOn ? 'everyone-part everyone-on' : 'everyone-part'}
      aria-pressed={isOn}
      onPress={onPress}
    >
      {title} <span>{people.length}</span>
    </AriaButton>
  )
}

function choicesOf(people: readonly Candidate[]): readonly Choice[] {
  const groups = new Map<string, string>()
  const teams = new Map<string, string>()
  for (const person of people) {
    if (person.staffGroupId !== null) groups.set(person.staffGroupId, person.staffGroupName ?? person.staffGroupId)
    if (person.teamName !== null && person.teamIds[0] !== undefined) teams.set(person.teamIds[0], person.teamName)
  }
  const byName = (a: readonly [string, string], b: readonly [string, string]) => a[1].localeCompare(b[1], 'en-GB')
  return [
    {
      key: 'school',
      title: 'Whole school',
      everyone: { kind: 'school' },
    },
    ...[...groups].sort(byName).map(([groupId, title]) => ({
      key: `group ${groupId}`,
      title,
      everyone: { kind: 'group', groupId } as const,
    })),
    ...[...teams].sort(byName).map(([teamId, title]) => ({
      key: `team ${teamId}`,
      title,
      everyone: { kind: 'team', teamId } as const,
    })),
  ]
}
