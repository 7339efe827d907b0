import { z } from 'zod'
import {
  decisionKinds,
  zDecisionKind,
  type DecisionKind,
  type RequestLine,
} from '../../../../shared/features/requests/model'
import { decisionNames, requestNumber, waitsForWords } from '../../../../shared/features/requests/words'
import { zDay, type Day } from '../../../../shared/kernel/dates'
import { formatPence, sumPence } from '../../../../shared/kernel/money'
import { zOptionalText } from '../../../../shared/kernel/texts'
import { Button } from '../../../components/button'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { ComboBox } from '../../../components/fields/combo-box'
import { DateField } from '../../../components/fields/date-field'
import { RadioGroup } from '../../../components/fields/radio-group'
import { TextArea } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { usePeopleOptions } from '../../../lib/use-people'

const zDecision = z
  .object({
    ids: z.array(z.string()).min(1, 'input.required'),
    kind: zDecisionKind,
    reason: zOptionalText(2000),
    decidedByPersonId: z.string({ error: 'input.required' }).min(1, 'input.required'),
    decidedOn: zDay,
  })
  .refine((decision) => decision.kind === 'approve' || decision.reason !== null, {
    path: ['reason'],
    message: 'input.required',
  })

interface DecidePanelProps {
  /** Those that can be decided together; one is chosen from the start. */
  readonly requests: readonly RequestLine[]
  readonly today: Day
  /** Only a comment: nothing is to be decided about it any more, or not yet. */
  readonly isComment?: boolean
  readonly onClose: () => void
}

/** Decides on one request, or on several with the same words. */
export function DecidePanel(props: DecidePanelProps) {
  const acting = useRead('pc.actingPerson', {})
  const [only] = props.requests
  const verb = props.isComment === true ? 'Comment on' : 'Decide on'
  const title = `${verb} ${props.requests.length === 1 && only ? requestNumber(only.number) : 'several'}`
  return (
    <SidePanel title={title} isOpen onClose={props.onClose}>
      <ReadState read={acting}>{({ personId }) => <DecideForm {...props} actingPersonId={personId} />}</ReadState>
    </SidePanel>
  )
}

function DecideForm({
  requests,
  today,
  isComment = false,
  onClose,
  actingPersonId,
}: DecidePanelProps & { readonly actingPersonId: string | null }) {
  const [only] = requests
  const isOne = requests.length === 1 && only !== undefined
  const decider = isOne ? (only.waitsFor?.person?.id ?? actingPersonId) : actingPersonId
  const form = useZodForm(zDecision, {
    ids: isOne ? [only.id] : [],
    kind: isComment ? 'comment' : 'approve',
    reason: null,
    decidedByPersonId: decider,
    decidedOn: today,
  })
  const draft = useDraft(form, isComment ? 'requests.comment' : 'requests.decide', isOne ? only.id : 'several')
  const decide = useWrite('requests.decide', { saved: (done) => saidOf(done, isComment) })
  const kind = form.watch('kind')
  return (
    <Form form={form} draft={draft} label="Decision" onSubmit={(values) => decide.send(values)} onSaved={onClose}>
      <DraftNotice draft={draft} />
      {!isOne && (
        <Chosen
          requests={requests}
          chosen={form.watch('ids')}
          onChoose={(ids) => form.setValue('ids', ids, { shouldDirty: true })}
        />
      )}
      <Said kind={kind} isComment={isComment} />
      <FormActions submit={submitWords(kind, form.watch('ids').length)} onCancel={onClose} leave="Not now" />
    </Form>
  )
}

/** What was decided, why, by whom and when; of a comment only what was said. */
function Said({ kind, isComment }: { readonly kind: DecisionKind; readonly isComment: boolean }) {
  const people = usePeopleOptions()
  return (
    <>
      {!isComment && (
        <RadioGroup
          name="kind"
          label="Decision"
          options={decisionKinds.map((value) => ({ value, title: decisionNames[value] }))}
          isRequired
        />
      )}
      <TextArea
        name="reason"
        label={reasonLabels[kind]}
        hint={
          kind === 'comment'
            ? 'Kept in the history'
            : 'Kept in the history of each, and printed in the letter to who asked'
        }
        rows={3}
        isRequired={kind !== 'approve'}
      />
      <ComboBox
        name="decidedByPersonId"
        label={isComment ? 'Who says it' : 'Who decided'}
        options={people}
        isRequired
      />
      <DateField name="decidedOn" label={isComment ? 'Said on' : 'Decided on'} isRequired />
    </>
  )
}

const reasonLabels = {
  approve: 'Reason',
  'approve-if': 'On what condition?',
  decline: 'Reason',
  'ask-again': 'What do you ask?',
  comment: 'Comment',
} as const

const submitTitles = {
  approve: 'Agree to',
  'approve-if': 'Agree to',
  decline: 'Decline',
  'ask-again': 'Send back',
  comment: 'Comment on',
} as const

function submitWords(kind: keyof typeof submitTitles, count: number): string {
  return `${submitTitles[kind]} ${plural(count, 'request', 'requests')}`
}

function saidOf({ decided, agreed, waitFor }: OutputFor<'requests.decide'>, isComment: boolean): string {
  if (isComment) return `Comment kept for ${plural(decided, 'request', 'requests')}`
  const parts = [
    `Decision kept for ${plural(decided, 'request', 'requests')}`,
    ...(agreed > 0 ? [`${agreed} agreed by everybody and to be booked`] : []),
    ...(waitFor.length > 0 ? [`now with: ${waitFor.join(', ')}`] : []),
  ]
  return parts.join('; ')
}

interface ChosenProps {
  readonly requests: readonly RequestLine[]
  readonly chosen: readonly string[]
  readonly onChoose: (ids: string[]) => void
}

/** Which of those that wait, and what the chosen ones cost together. */
function Chosen({ requests, chosen, onChoose }: ChosenProps) {
  const cost = sumPence(requests.filter(({ id }) => chosen.includes(id)).map(({ costPence }) => costPence))
  return (
    <>
      <CheckBoxGroup
        name="ids"
        label="Which requests"
        isRequired
        options={requests.map((line) => ({
          value: line.id,
          title: `${line.person.name}: ${line.title}`,
          note: `${formatPence(line.costPence)}, waits for ${waitsForWords(line)}`,
        }))}
      />
      <div className="form-actions">
        <Button kind="quiet" size="small" onPress={() => onChoose(requests.map(({ id }) => id))}>
          Choose all {requests.length}
        </Button>
        <Button kind="quiet" size="small" onPress={() => onChoose([])}>
          Choose none
        </Button>
        <span className="muted">{formatPence(cost)} in all</span>
      </div>
    </>
  )
}
