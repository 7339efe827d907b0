import { useState } from 'react'
import { useParams } from 'wouter'
import { newSheetDraft, sheetDraft } from '../../../../shared/features/surveys/drafts'
import type { Round } from '../../../../shared/features/surveys/model'
import { DraftNotice, useDraft } from '../../../components/draft'
import { ComboBox } from '../../../components/fields/combo-box'
import { Select } from '../../../components/fields/select'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import { RoundClosed } from '../components/closing'
import { QuestionFields } from '../components/question-fields'
import { answersTyped, sheetSchema, typedOf } from '../lib/sheet-form'

type Sheet = OutputFor<'surveys.sheet'>

/** A sheet on one screen, keyed in from paper or corrected. */
export function SheetPage() {
  const { id = '', sheetId = '' } = useParams<{ id: string; sheetId: string }>()
  const isNew = sheetId === 'new'
  const round = useRead('surveys.round', { id })
  const sheet = useRead('surveys.sheet', { id: sheetId }, { enabled: !isNew })
  // The number and the empty form change at once: a form that is about to go must not ask for the next sheet.
  const [saved, setSaved] = useState<number>()
  return (
    <ReadState read={round}>
      {(data) =>
        data.closedOn !== null ? (
          <RoundClosed round={data} />
        ) : isNew ? (
          <SheetForm
            key={`new ${saved ?? ''}`}
            round={data}
            sheet={undefined}
            after={saved}
            onSaved={({ number }) => setSaved(number)}
          />
        ) : (
          <ReadState read={sheet}>
            {(kept) => (
              <SheetForm key={sheetId} round={data} sheet={kept} onSaved={() => navigate(`/needs/forms/${id}`)} />
            )}
          </ReadState>
        )
      }
    </ReadState>
  )
}

interface SheetFormProps {
  readonly round: Round
  readonly sheet: Sheet | undefined
  /** The number of the sheet that was keyed in just before; undefined for the first. */
  readonly after?: number | undefined
  readonly onSaved: (saved: { readonly number: number }) => void
}

function SheetForm({ round, sheet, after, onSaved }: SheetFormProps) {
  const [number] = useState(() => (after ?? lastOf(round)) + 1)
  const hasPerson = !round.isAnonymous && sheet === undefined
  const form = useZodForm(sheetSchema(round.form, hasPerson), {
    personId: sheet?.person.id ?? null,
    groupId: sheet?.groupId ?? null,
    rows: typedOf(round.form, sheet?.answers ?? {}),
  })
  const draft = useDraft(form, sheetDraft, sheet?.id ?? newSheetDraft(round.id))
  const save = useWrite('surveys.saveSheet', { saved: ({ number }) => `Sheet ${number} saved` })
  return (
    <>
      <PageHead
        title={sheet === undefined ? `Key in sheet ${number}` : titleOf(sheet)}
        about={
          round.isAnonymous
            ? 'Tab goes on to the next answer. Look it over before you save: without a name no sheet is opened again; Ctrl+Z takes back the one just saved.'
            : 'Tab goes on to the next answer. A step of a scale is its figure; what was left out stays empty.'
        }
        trail={[
          { title: 'Forms', to: '/needs/forms' },
          { title: round.title, to: `/needs/forms/${round.id}` },
        ]}
      />
      <Form
        form={form}
        draft={draft}
        label="Sheet"
        onSubmit={({ personId, groupId, rows }) =>
          save.send({
            roundId: round.id,
            personId,
            groupId,
            answers: answersTyped(round.form, rows),
            ...(sheet !== undefined && { id: sheet.id }),
          })
        }
        onSaved={onSaved}
      >
        <DraftNotice draft={draft} />
        <WhoseFields round={round} hasPerson={hasPerson} />
        <QuestionFields form={round.form} />
        <FormActions
          submit={sheet === undefined ? 'Save and key in the next' : 'Save the sheet'}
          cancelTo={`/needs/forms/${round.id}`}
        />
      </Form>
    </>
  )
}

/** With names whose sheet it is, without them what its writer works as. */
function WhoseFields({ round, hasPerson }: { readonly round: Round; readonly hasPerson: boolean }) {
  return (
    <>
      {hasPerson && (
        <ComboBox
          name="personId"
          label="Whose sheet"
          options={round.missing.map(({ id, name, hasLeft }) => ({
            value: id,
            title: name,
            ...(hasLeft && { note: 'Has left' }),
          }))}
          isRequired
        />
      )}
      {round.isAnonymous && round.groups.length > 1 && (
        <Select
          name="groupId"
          label="Works as"
          hint="As ticked on the paper; leave it when nothing is"
          options={round.groups.map(({ id, name }) => ({ value: id, title: name }))}
        />
      )}
    </>
  )
}

const lastOf = ({ sheets, returned }: Round) => Math.max(returned, ...sheets.map(({ number }) => number))
const titleOf = ({ person }: Sheet) => `Sheet of ${person.name}`
