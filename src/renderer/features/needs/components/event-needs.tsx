import { useState } from 'react'
import { z } from 'zod'
import { isOpen } from '../../../../shared/features/needs/rules'
import type { NeedLine } from '../../../../shared/features/needs/model'
import { Button } from '../../../components/button'
import { SidePanel } from '../../../components/dialog'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { NeedRows } from './need-rows'

/** The needs that an event serves, and a way to put more to it. */
export function EventNeeds({ eventId }: { readonly eventId: string }) {
  const read = useRead('needs.list', { eventId })
  const [isAdding, setAdding] = useState(false)
  const letGo = useWrite('needs.letGo', { saved: 'The event was taken from the need', toastFailure: true })
  return (
    <ReadState read={read}>
      {({ needs }) => (
        <>
          <SectionTitle aside={<Button onPress={() => setAdding(true)}>Put needs to it</Button>}>
            {needs.length === 0 ? 'It serves no need yet' : `It serves ${plural(needs.length, 'need', 'needs')}`}
          </SectionTitle>
          {needs.length > 0 && (
            <NeedRows
              needs={needs}
              withOwner
              action={({ id }) => (
                <Button kind="quiet" size="small" onPress={() => void letGo.send({ needId: id, eventId })}>
                  Take away
                </Button>
              )}
            />
          )}
          <p className="muted">Having been there closes no need: say on the need what shows that it is met.</p>
          {isAdding && (
            <SidePanel title="Put needs to it" isOpen onClose={() => setAdding(false)}>
              <AddNeeds eventId={eventId} there={needs} onClose={() => setAdding(false)} />
            </SidePanel>
          )}
        </>
      )}
    </ReadState>
  )
}

interface AddNeedsProps {
  readonly eventId: string
  readonly there: readonly NeedLine[]
  readonly onClose: () => void
}

function AddNeeds({ eventId, there, onClose }: AddNeedsProps) {
  const read = useRead('needs.list', { state: 'open' })
  const known = new Set(there.map(({ id }) => id))
  return (
    <ReadState read={read}>
      {({ needs }) => {
        const offered = needs.filter(({ id, state }) => !known.has(id) && isOpen(state))
        return offered.length === 0 ? (
          <p>There is no other open need.</p>
        ) : (
          <AddForm eventId={eventId} needs={offered} onClose={onClose} />
        )
      }}
    </ReadState>
  )
}

const zAdd = z.object({ needIds: z.array(z.string()).min(1, 'input.required') })

interface AddFormProps extends Omit<AddNeedsProps, 'there'> {
  readonly needs: readonly NeedLine[]
}

function AddForm({ eventId, needs, onClose }: AddFormProps) {
  const form = useZodForm(zAdd, { needIds: [] })
  const serve = useWrite('needs.serve', {
    saved: ({ added }) => `It serves ${plural(added, 'need', 'needs')} more`,
  })
  return (
    <Form form={form} label="Needs" onSubmit={({ needIds }) => serve.send({ needIds, eventId })} onSaved={onClose}>
      <CheckBoxGroup
        name="needIds"
        label="Open needs"
        options={needs.map((need) => ({ value: need.id, title: need.title, note: need.owner.name }))}
        isRequired
      />
      <FormActions submit="Put them to this event" onCancel={onClose} />
    </Form>
  )
}
