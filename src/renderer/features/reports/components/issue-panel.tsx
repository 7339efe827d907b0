import { z } from 'zod'
import { reportKinds, type Issued, type ReportAsk } from '../../../../shared/features/reports/model'
import { yearName } from '../../../../shared/kernel/years'
import { SidePanel } from '../../../components/dialog'
import { TextArea } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { useWrite } from '../../../lib/contract-client'
import { areTextsUnsaved } from '../lib/unsaved-texts'

interface IssuePanelProps {
  readonly ask: ReportAsk
  /** The issue that stands, when this would be a correction. */
  readonly standing: Issued | undefined
  readonly isOpen: boolean
  readonly onClose: () => void
}

const zReason = z.object({ reason: z.string().trim().max(500).nullable() })
const zNeededReason = z.object({ reason: z.string().trim().min(1, 'input.required').max(500) })

/** Issues a report: says what is kept, and asks for the reason of a correction. */
export function IssuePanel({ ask, standing, isOpen, onClose }: IssuePanelProps) {
  return (
    <SidePanel
      title={standing ? `Issue a correction (issue ${standing.number + 1})` : 'Issue this report'}
      isOpen={isOpen}
      onClose={onClose}
    >
      <IssueForm key={standing?.id ?? 'first'} ask={ask} standing={standing} onDone={onClose} />
    </SidePanel>
  )
}

function IssueForm({
  ask,
  standing,
  onDone,
}: {
  readonly ask: ReportAsk
  readonly standing: Issued | undefined
  readonly onDone: () => void
}) {
  const form = useZodForm(standing ? zNeededReason : zReason, { reason: standing ? '' : null })
  const issue = useWrite('reports.issue', { saved: ({ number }) => `Issued as number ${number}`, undo: false })
  return (
    <Form
      form={form}
      label="Issue the report"
      onSubmit={async ({ reason }) => {
        // What is issued cannot be changed: words that were typed and not saved must not be left out of it unseen.
        if (await areTextsUnsaved(ask)) return { ok: false, code: 'report.texts-unsaved' }
        return issue.send({ ...ask, reason: reason === '' ? null : reason })
      }}
      onSaved={onDone}
    >
      <p>
        <b>
          {reportKinds[ask.kind].title}, {yearName(ask.year)}
        </b>
        , {ask.options.names ? 'with the names of people' : 'without names'}
      </p>
      <p>
        The figures, the text and the files (PDF, Word, Excel, CSV) are kept as they are now. This cannot be undone;
        if something is wrong, issue a correction.
      </p>
      {standing && (
        <>
          <p>Issue {standing.number} stays as it was and is marked as replaced.</p>
          <TextArea
            name="reason"
            label="Why is it issued again?"
            hint="One sentence, shown in the list of issued reports."
            isRequired
            rows={3}
          />
        </>
      )}
      <FormActions submit={standing ? 'Issue the correction' : 'Issue the report'} />
    </Form>
  )
}
