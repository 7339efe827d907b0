import { useParams } from 'wouter'
import { z } from 'zod'
import {
  answerWords,
  offerKindWords,
  zAnswer,
  type Answer,
  type OfferDetail,
} from '../../../../shared/features/opportunities/offers'
import { formatDay } from '../../../../shared/kernel/dates'
import { zOptionalLine } from '../../../../shared/kernel/texts'
import { Button } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { FigureStrip } from '../../../components/figures'
import { Form, FormActions, FormPart, useZodForm } from '../../../components/form'
import { OnPaper, usualFiles } from '../../../components/on-paper'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useOpenRow } from '../../../components/use-open-row'
import { useRead, useWrite } from '../../../lib/contract-client'
import { formatCount, plural } from '../../../lib/format'

type Person = OfferDetail['persons'][number]
const tones = { booked: 'good', interested: 'info', no: 'none' } as const

const saidBy = (person: Person): Answer | undefined =>
  (['booked', 'interested', 'no'] as const).find((said) => person.answers.some(({ answer }) => answer === said))

const whyOf = ({ answers }: Person): string =>
  answers
    .map(({ why }) => why)
    .filter(Boolean)
    .join('; ')

const columns: readonly TableColumn<Person & { readonly id: string }>[] = [
  { key: 'name', title: 'Name', kind: 'text', value: (one) => one.name, note: (one) => one.groupName ?? '' },
  {
    key: 'answer',
    title: 'Answer',
    kind: 'chips',
    value: (one) => saidBy(one) ?? 'zz',
    render: (one) => {
      const said = saidBy(one)
      return said === undefined ? answerWords.none : <StatusMark tone={tones[said]}>{answerWords[said]}</StatusMark>
    },
    width: 150,
  },
  { key: 'why', title: 'Why', kind: 'text', value: whyOf, hideNarrow: true },
]

/** One offer: on paper, and what each person said to it. */
export function OfferPage() {
  const { id } = useParams<{ id: string }>()
  const read = useRead('offers.get', { id })
  if (read.failure?.code === 'record.missing') {
    return (
      <PageHead
        title="This offer is no longer there"
        about="It was undone."
        trail={[{ title: 'Offers', to: '/opportunities/offers' }]}
      />
    )
  }
  return <ReadState read={read}>{(offer) => <Offer offer={offer} />}</ReadState>
}

function Offer({ offer }: { readonly offer: OfferDetail }) {
  const print = useWrite('offers.print', { toastFailure: true })
  const rows = offer.persons.map((person) => ({ ...person, id: person.personId }))
  const open = useOpenRow(rows)
  return (
    <>
      <PageHead
        title={offer.title}
        about={`${offerKindWords[offer.kind]}, sent on ${formatDay(offer.sentOn)}: ${offer.items.map(({ title }) => title).join('; ')}`}
        trail={[
          { title: 'Opportunities', to: '/opportunities' },
          { title: 'Offers', to: '/opportunities/offers' },
        ]}
        primary={
          <OnPaper
            mainAction="Print it"
            files={usualFiles}
            isBusy={print.isSending}
            ask={(format) => print.send({ id: offer.id, format })}
          />
        }
      />
      <FigureStrip
        items={[
          {
            label: 'Interested',
            value: formatCount(offer.interested),
            note: `of ${plural(offer.people, 'person', 'people')}`,
          },
          { label: 'Booked', value: formatCount(offer.booked), note: 'said or booked' },
          { label: 'No', value: formatCount(offer.no), note: 'to one thing or more' },
          { label: 'No answer', value: formatCount(offer.silent), note: 'so far' },
        ]}
      />
      <DataTable
        label="Answers"
        rows={rows}
        rowKey={(one) => one.id}
        columns={columns}
        filter={(one) => `${one.name} ${one.groupName ?? ''} ${whyOf(one)}`}
        filterLabel="Find a person"
        onOpen={open.open}
        empty={<p className="block">Nobody.</p>}
      />
      <SidePanel title={open.row?.name ?? ''} isOpen={open.row !== undefined} onClose={open.close}>
        {open.row !== undefined && (
          <AnswerForm key={open.row.id} offer={offer} person={open.row} onClose={open.close} />
        )}
      </SidePanel>
    </>
  )
}

interface AnswerFormProps {
  readonly offer: OfferDetail
  readonly person: Person
  readonly onClose: () => void
}

const zAnswers = z.object({
  answers: z.array(z.object({ opportunityId: z.string(), answer: zAnswer.nullable(), why: zOptionalLine(300) })),
})

/** What one person said to each thing that was offered. */
function AnswerForm({ offer, person, onClose }: AnswerFormProps) {
  const said = new Map(person.answers.map((one) => [one.opportunityId, one]))
  const form = useZodForm(zAnswers, {
    answers: offer.items.map(({ opportunityId }) => {
      const known = said.get(opportunityId)
      return { opportunityId, answer: known?.answer ?? null, why: known?.why ?? null }
    }),
  })
  const draft = useDraft(form, 'offers.answer', `${offer.id} ${person.personId}`)
  const save = useWrite('offers.answer', { saved: 'Answer kept' })
  return (
    <Form
      form={form}
      draft={draft}
      label="Answers"
      onSubmit={({ answers }) =>
        save.send({ offerId: offer.id, answers: answers.map((one) => ({ ...one, personId: person.personId })) })
      }
      onSaved={onClose}
    >
      <DraftNotice draft={draft} />
      {offer.items.map(({ opportunityId, title }, index) => (
        <FormPart key={opportunityId} title={title}>
          <Select
            name={`answers.${index}.answer`}
            label="Answer"
            noneTitle={answerWords.none}
            options={zAnswer.options.map((value) => ({ value, title: answerWords[value] }))}
          />
          <TextField name={`answers.${index}.why`} label="Why" />
        </FormPart>
      ))}
      <FormActions submit="Keep the answer">
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </FormActions>
    </Form>
  )
}
