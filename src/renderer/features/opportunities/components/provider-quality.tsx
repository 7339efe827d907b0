import { useState } from 'react'
import { z } from 'zod'
import {
  zCheckAnswer,
  type CheckAnswer,
  type ProviderCheck,
  type ProviderValue,
} from '../../../../shared/features/opportunities/provider-checks'
import { formatDay, zDay } from '../../../../shared/kernel/dates'
import { formatPence } from '../../../../shared/kernel/money'
import { zOptionalLine, zOptionalText } from '../../../../shared/kernel/texts'
import { Button } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DefinitionList } from '../../../components/definition-list'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { DateField } from '../../../components/fields/date-field'
import { Select } from '../../../components/fields/select'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormPart, useZodForm } from '../../../components/form'
import { Block, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { formatCount, plural } from '../../../lib/format'

type Quality = OutputFor<'providerChecks.of'>

const answerWords: Readonly<Record<CheckAnswer, string>> = { yes: 'Yes', partly: 'In part', no: 'No' }
const tones = { yes: 'good', partly: 'warn', no: 'bad' } as const

/** How good a provider is: what its work was worth, and the checklist each time it was gone through. */
export function ProviderQuality({ providerId }: { readonly providerId: string }) {
  const read = useRead('providerChecks.of', { providerId })
  return <ReadState read={read}>{(quality) => <Shown providerId={providerId} quality={quality} />}</ReadState>
}

function Shown({ providerId, quality }: { readonly providerId: string; readonly quality: Quality }) {
  const [isOpen, setOpen] = useState(false)
  const [latest, ...before] = quality.checks
  return (
    <>
      <Value value={quality.value} />
      <Block>
        <SectionTitle
          about={quality.title}
          aside={
            <Button size="small" onPress={() => setOpen(true)}>
              Go through the checklist
            </Button>
          }
        >
          Quality
        </SectionTitle>
        {latest === undefined ? (
          <p>Nobody has gone through the checklist for this provider yet.</p>
        ) : (
          <Check check={latest} items={quality.items} />
        )}
        {before.length > 0 && (
          <details>
            <summary>{plural(before.length, 'earlier time', 'earlier times')}</summary>
            {before.map((check) => (
              <Check key={check.id} check={check} items={quality.items} />
            ))}
          </details>
        )}
      </Block>
      <SidePanel title="Go through the checklist" isOpen={isOpen} onClose={() => setOpen(false)}>
        {isOpen && <CheckForm providerId={providerId} quality={quality} onClose={() => setOpen(false)} />}
      </SidePanel>
    </>
  )
}

function Value({ value }: { readonly value: ProviderValue }) {
  const hours = Math.round(value.creditedMinutes / 6) / 10
  return (
    <Block>
      <SectionTitle about="All years together.">What its work was worth</SectionTitle>
      <DefinitionList
        items={[
          { term: 'Events', value: formatCount(value.events) },
          {
            term: 'Judged',
            value:
              value.judged === 0
                ? 'None yet'
                : `${value.judged}: ${value.strong} with a strong effect, ${value.some} with some, ${value.none} with none`,
          },
          { term: 'Hours of people', value: formatCount(hours) },
          { term: 'Paid', value: formatPence(value.paidPence) },
        ]}
      />
    </Block>
  )
}

function Check({ check, items }: { readonly check: ProviderCheck; readonly items: Quality['items'] }) {
  const remove = useWrite('providerChecks.remove', { saved: 'Check removed', toastFailure: true })
  const textOf = (key: string) => items.find((item) => item.key === key)?.text ?? key
  return (
    <>
      <p>
        {formatDay(check.checkedOn)}
        {check.checkedByName === null ? '' : `, ${check.checkedByName}`}.{' '}
        <Button kind="quiet" size="small" onPress={() => void remove.send({ id: check.id })}>
          Remove
        </Button>
      </p>
      <ul>
        {check.answers.map(({ item, answer, note }) => (
          <li key={item}>
            <StatusMark tone={tones[answer]}>{answerWords[answer]}</StatusMark> {textOf(item)}
            {note === null ? '' : `: ${note}`}
          </li>
        ))}
      </ul>
      {check.note !== null && <p>{check.note}</p>}
    </>
  )
}

const zForm = z.object({
  checkedOn: zDay,
  note: zOptionalText(2000),
  answers: z.array(z.object({ item: z.string(), answer: zCheckAnswer.nullable(), note: zOptionalLine(300) })),
})

interface CheckFormProps {
  readonly providerId: string
  readonly quality: Quality
  readonly onClose: () => void
}

function CheckForm({ providerId, quality, onClose }: CheckFormProps) {
  const form = useZodForm(zForm, {
    checkedOn: quality.today,
    note: null,
    answers: quality.items.map(({ key }) => ({ item: key, answer: null, note: null })),
  })
  const draft = useDraft(form, 'providerChecks.new', providerId)
  const save = useWrite('providerChecks.save', { saved: 'Check saved' })
  return (
    <Form
      form={form}
      draft={draft}
      label="Checklist"
      onSubmit={({ answers, ...values }) =>
        save.send({
          providerId,
          ...values,
          answers: answers.flatMap(({ answer, ...one }) => (answer === null ? [] : [{ ...one, answer }])),
        })
      }
      onSaved={onClose}
    >
      <DraftNotice draft={draft} />
      <DateField name="checkedOn" label="Gone through on" isRequired />
      {quality.items.map(({ key, text, help }, index) => (
        <FormPart key={key} title={text}>
          <Select
            name={`answers.${index}.answer`}
            label="Is it so?"
            {...(help === null ? {} : { hint: help })}
            noneTitle="Not looked at"
            options={zCheckAnswer.options.map((value) => ({ value, title: answerWords[value] }))}
          />
          <TextField name={`answers.${index}.note`} label="Note" />
        </FormPart>
      ))}
      <TextArea name="note" label="In all" rows={3} />
      <FormActions submit="Save the check">
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </FormActions>
    </Form>
  )
}
