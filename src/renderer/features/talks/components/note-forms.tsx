import { useWatch, type FieldValues } from 'react-hook-form'
import { zMeeting, zVoice, zWalk, type TalkOf } from '../../../../shared/features/talks/model'
import { isSmall } from '../../../../shared/features/talks/rules'
import { howNames, kindWords, pointNames, sightingNames, whomNames } from '../../../../shared/features/talks/words'
import { DateField } from '../../../components/fields/date-field'
import { NumberField } from '../../../components/fields/number-field'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { FormPart, FormRow, useZodForm } from '../../../components/form'
import { Notice } from '../../../components/notice'
import { useRead } from '../../../lib/contract-client'
import { startMeeting, startVoice, startWalk, type Beginning } from '../lib/start-values'
import { Lines } from './lines'
import { Words } from './needed-fields'
import { TalkForm } from './talk-form'

interface NoteFormProps<K extends 'meeting' | 'walk' | 'voice'> {
  readonly kept: TalkOf<K> | undefined
  readonly begin: Beginning
}

const optionsOf = <V extends string>(names: Readonly<Record<V, string>>) =>
  Object.entries<string>(names).map(([value, title]) => ({ value, title }))

/** A team exercise: topics with how often each was voted for and ranked. */
export function MeetingForm({ kept, begin }: NoteFormProps<'meeting'>) {
  const { data } = useRead('needs.choices', {})
  const form = useZodForm(zMeeting, startMeeting(kept, begin))
  return (
    <TalkForm kind="meeting" form={form} id={kept?.id ?? null}>
      <FormPart title="The meeting">
        <FormRow>
          <Select
            name="teamId"
            label="Team"
            noneTitle="The whole staff"
            options={(data?.teams ?? []).map(({ id, name }) => ({ value: id, title: name }))}
          />
          <DateField name="heldOn" label="Day" isRequired />
        </FormRow>
        <TextField name="title" label="Question" isRequired />
        <FormRow>
          <NumberField name="present" label="People there" isRequired minValue={1} />
          <NumberField name="votesEach" label="Votes for each" isRequired minValue={1} />
        </FormRow>
      </FormPart>
      <FormPart title="Topics">
        <p className="muted">
          {kindWords.meeting.promise} Leave the ranks empty where you only voted: 3 points for a first, 2 for a
          second, 1 for a third put the topics in order.
        </p>
        <Lines
          name="topics"
          one="Topic"
          empty={{ title: '', votes: null, firsts: null, seconds: null, thirds: null }}
        >
          {(at) => (
            <>
              <TextField name={`${at}title`} label="Topic" isRequired />
              {(['votes', 'firsts', 'seconds', 'thirds'] as const).map((key) => (
                <NumberField
                  key={key}
                  name={`${at}${key}`}
                  label={topicNames[key]}
                  width="short"
                  minValue={0}
                  saysOptional={false}
                />
              ))}
            </>
          )}
        </Lines>
      </FormPart>
      <Words name="outcome" label="What you make of it" />
    </TalkForm>
  )
}

const topicNames = { votes: 'Votes', firsts: 'First', seconds: 'Second', thirds: 'Third' } as const

/** A learning walk: what was seen, and in how many of the places. */
export function WalkForm({ kept, begin }: NoteFormProps<'walk'>) {
  const form = useZodForm(zWalk, startWalk(kept, begin))
  return (
    <TalkForm kind="walk" form={form} id={kept?.id ?? null}>
      <FormPart title="The walk">
        <TextField name="title" label="What you looked for" isRequired />
        <FormRow>
          <DateField name="heldOn" label="Day" isRequired />
          <NumberField name="placesSeen" label="Places seen" isRequired minValue={1} />
        </FormRow>
        <Words
          name="where"
          label="Where"
          hint="Year groups, subjects or rooms. No names of those who taught there."
          rows={2}
        />
      </FormPart>
      <FormPart title="What you saw">
        <Lines name="sightings" one="Line" empty={{ what: '', kind: 'question', seenIn: null }}>
          {(at) => (
            <>
              <TextField name={`${at}what`} label="What" isRequired />
              <Select name={`${at}kind`} label="Kind" isRequired options={optionsOf(sightingNames)} />
              <NumberField name={`${at}seenIn`} label="Seen in" width="short" minValue={0} saysOptional={false} />
            </>
          )}
        </Lines>
      </FormPart>
      <Words name="followUp" label="What follows" />
    </TalkForm>
  )
}

/** What pupils or parents said, in summary. */
export function VoiceForm({ kept, begin }: NoteFormProps<'voice'>) {
  const form = useZodForm(zVoice, startVoice(kept, begin))
  return (
    <TalkForm kind="voice" form={form} id={kept?.id ?? null}>
      <FormPart title="Whom you asked">
        <FormRow>
          <Select name="whom" label="Pupils or parents" isRequired options={optionsOf(whomNames)} />
          <TextField name="group" label="Which of them" hint="“Year 5”, “parents of new starters”" isRequired />
        </FormRow>
        <FormRow>
          <NumberField name="asked" label="How many" isRequired minValue={1} />
          <Select name="how" label="How" isRequired options={optionsOf(howNames)} />
          <DateField name="heldOn" label="Day" isRequired />
        </FormRow>
        <TextField name="title" label="What you asked" isRequired />
      </FormPart>
      <FormPart title="What they said, in summary">
        <NoNames />
        <Lines name="points" one="Point" empty={{ said: '', kind: 'better', count: null }}>
          {(at) => (
            <>
              <TextField name={`${at}said`} label="What was said" isRequired />
              <Select name={`${at}kind`} label="Kind" isRequired options={optionsOf(pointNames)} />
              <NumberField name={`${at}count`} label="How many" width="short" minValue={0} saysOptional={false} />
            </>
          )}
        </Lines>
      </FormPart>
      <Words name="followUp" label="What follows for what staff learn" />
    </TalkForm>
  )
}

/** What is not to be written down, and that a small group tells no figures. */
function NoNames() {
  const asked: unknown = useWatch<FieldValues>({ name: 'asked' })
  const isFew = typeof asked === 'number' && asked > 0 && isSmall(asked)
  return (
    <Notice tone="info" title="No names of pupils">
      {kindWords.voice.promise}
      {isFew && ' Fewer than five were asked: how many said what is kept, and not shown or printed.'}
    </Notice>
  )
}
