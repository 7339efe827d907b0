import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import type { Holding, Person } from '../../../../shared/features/staff/model'
import { holdingFacts, startPost, zPostForm } from '../lib/post-form'
import { PostFields } from './post-fields'

export interface HoldingPanelProps {
  readonly person: Person
  /** The holding to change; undefined to add one. */
  readonly holding: Holding | undefined
  readonly onClose: () => void
}

/** Adds a post to a person, changes one, or ends it by its last day. */
export function HoldingPanel({ person, holding, onClose }: HoldingPanelProps) {
  const choices = useRead('staff.choices', {})
  const title = holding === undefined ? `A post for ${person.name}` : `${holding.postTitle}, ${person.name}`
  return (
    <SidePanel title={title} isOpen onClose={onClose}>
      <ReadState read={choices}>
        {(data) => <HoldingForm person={person} holding={holding} choices={data} onClose={onClose} />}
      </ReadState>
    </SidePanel>
  )
}

function HoldingForm({
  person,
  holding,
  choices,
  onClose,
}: HoldingPanelProps & { readonly choices: OutputFor<'staff.choices'> }) {
  const form = useZodForm(zPostForm, startPost(holding, null))
  const draft = useDraft(form, 'staff.holding', holding?.id ?? `new ${person.id}`)
  const save = useWrite('staff.saveHolding', { saved: 'Post saved' })
  return (
    <Form
      form={form}
      draft={draft}
      label="Post"
      onSubmit={(values) =>
        save.send({
          personId: person.id,
          ...(holding !== undefined && { id: holding.id }),
          ...holdingFacts(values),
        })
      }
      onSaved={onClose}
    >
      <DraftNotice draft={draft} />
      <PostFields choices={choices} />
      <FormActions submit="Save the post" onCancel={onClose} />
    </Form>
  )
}
