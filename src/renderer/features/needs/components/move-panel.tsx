import { z } from 'zod'
import { zDay } from '../../../../shared/kernel/dates'
import { zOptionalText } from '../../../../shared/kernel/texts'
import type { EvidencePoint, Move } from '../../../../shared/features/needs/model'
import { needsEvidence, needsReason } from '../../../../shared/features/needs/rules'
import { DraftNotice, useDraft } from '../../../components/draft'
import { SidePanel } from '../../../components/dialog'
import { ComboBox } from '../../../components/fields/combo-box'
import { DateField } from '../../../components/fields/date-field'
import { Select } from '../../../components/fields/select'
import { TextArea } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'

interface MovePanelProps {
  readonly need: OutputFor<'needs.get'>
  readonly to: Move
  readonly onClose: () => void
}

const zMoveForm = z.object({
  on: zDay,
  reason: zOptionalText(1000),
  evidence: zOptionalText(2000),
  point: z.string().nullable().default(null),
  agreedByPersonId: z.string().nullable().default(null),
})

const words: Readonly<Record<Move, { readonly title: string; readonly submit: string }>> = {
  agreed: { title: 'Agree the need', submit: 'Agree it' },
  planned: { title: 'Mark it as planned', submit: 'Mark it as planned' },
  met: { title: 'The need is met', submit: 'Record that it is met' },
  partly: { title: 'The need is partly met', submit: 'Record that it is partly met' },
  notMet: { title: 'The need was not met', submit: 'Record that it was not met' },
  withdrawn: { title: 'Withdraw the need', submit: 'Withdraw it' },
  reopen: { title: 'Take the need up again', submit: 'Take it up again' },
}

const unplanned = { title: 'No longer planned', submit: 'Take it from what is planned' }
const wordsFor = (need: MovePanelProps['need'], to: Move) =>
  need.state === 'planned' && to === 'agreed' ? unplanned : words[to]

/** Moves a need on: what is met asks for evidence, what is given up for a reason. */
export function MovePanel(props: MovePanelProps) {
  const choices = useRead('needs.choices', {})
  const documents = useRead('documents.list', {})
  return (
    <SidePanel title={wordsFor(props.need, props.to).title} isOpen onClose={props.onClose}>
      <ReadState read={choices}>
        {(offered) => (
          <ReadState read={documents}>
            {(kept) => <MoveForm {...props} choices={offered} documents={kept.documents} />}
          </ReadState>
        )}
      </ReadState>
    </SidePanel>
  )
}

interface MoveFormProps extends MovePanelProps {
  readonly choices: OutputFor<'needs.choices'>
  readonly documents: OutputFor<'documents.list'>['documents']
}

function MoveForm({ need, to, onClose, choices, documents }: MoveFormProps) {
  const form = useZodForm(zMoveForm, {
    on: need.today,
    reason: null,
    evidence: null,
    point: null,
    agreedByPersonId: to === 'agreed' ? choices.actingPersonId : null,
  })
  const draft = useDraft(form, `needs.move.${to}`, need.id)
  const say = wordsFor(need, to)
  const move = useWrite('needs.move', { saved: say.title })
  const isAgreeing = to === 'agreed' && need.state === 'raised'
  return (
    <Form
      form={form}
      draft={draft}
      label={say.title}
      onSubmit={({ point, ...values }) =>
        move.send({ ...values, ids: [need.id], to, evidencePoint: pointOf(point) })
      }
      onSaved={onClose}
    >
      <DraftNotice draft={draft} />
      {needsEvidence(to) && <EvidenceFields need={need} documents={documents} />}
      {isAgreeing && (
        <ComboBox
          name="agreedByPersonId"
          label="Agreed by"
          options={choices.people.map(({ id, name, postTitle }) => ({
            value: id,
            title: name,
            note: postTitle ?? undefined,
          }))}
        />
      )}
      <TextArea
        name="reason"
        label={needsReason(need.state, to) ? 'Why' : 'Note'}
        rows={2}
        isRequired={needsReason(need.state, to)}
      />
      <DateField name="on" label="On" isRequired />
      <FormActions submit={say.submit} onCancel={onClose} />
    </Form>
  )
}

function EvidenceFields({ need, documents }: Pick<MoveFormProps, 'need' | 'documents'>) {
  const options = [
    ...need.servedBy.flatMap(({ eventId, evaluationId, title }) => [
      ...(evaluationId === null
        ? []
        : [{ value: `evaluation ${evaluationId}`, title: `What came of: ${title}`, note: 'Evaluation' }]),
      { value: `event ${eventId}`, title, note: 'Event' },
    ]),
    ...documents.map(({ id, title }) => ({ value: `document ${id}`, title, note: 'Document' })),
  ]
  return (
    <>
      <TextArea
        name="evidence"
        label="What shows it"
        hint="What you saw, heard or measured. Going to something shows nothing yet."
        rows={3}
        isRequired
      />
      {options.length > 0 && (
        <Select
          name="point"
          label="Where it can be looked up"
          noneTitle="Nowhere in the binder"
          options={options}
        />
      )}
    </>
  )
}

const kinds = ['event', 'evaluation', 'document'] as const

/** "document 0198…" as what it points to. */
function pointOf(chosen: string | null): EvidencePoint | null {
  const [kindWord, id] = chosen?.split(' ') ?? []
  const kind = kinds.find((one) => one === kindWord)
  return kind === undefined || id === undefined ? null : { kind, id }
}
