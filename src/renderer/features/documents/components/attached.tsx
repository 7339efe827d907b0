import { useState } from 'react'
import { yearName } from '../../../../shared/kernel/years'
import { formatDayShort } from '../../../../shared/kernel/dates'
import { zLinkTarget, type Document, type LinkTarget } from '../../../../shared/features/documents/model'
import { Button, TextLink } from '../../../components/button'
import { ComboBox } from '../../../components/fields/combo-box'
import type { Option } from '../../../components/fields/field-types'
import { Select } from '../../../components/fields/select'
import { FormRow } from '../../../components/form'
import { Block, SectionTitle } from '../../../components/page-head'
import { Rows } from '../../../components/rows'
import { useRead, useWrite } from '../../../lib/contract-client'
import './versions.css'
import { targetNames } from '../words'

/** What the document belongs to: priorities, events, people, issued reports. */
export function Attached({ document }: { readonly document: Document }) {
  const detach = useWrite('documents.detach', { saved: 'Taken off', toastFailure: true })
  return (
    <Block>
      <SectionTitle about="The priority, the event, the person or the issued report that the document belongs to.">
        Attached to
      </SectionTitle>
      {document.links.length === 0 ? (
        <p>To nothing yet.</p>
      ) : (
        <Rows
          label="Attached to"
          items={document.links.map((link) => ({
            key: link.id,
            title: <TextLink to={link.to}>{link.title}</TextLink>,
            about: targetNames[link.target],
            action: (
              <Button size="small" kind="quiet" onPress={() => void detach.send({ id: link.id })}>
                Take off<span className="visually-hidden"> {link.title}</span>
              </Button>
            ),
          }))}
        />
      )}
      <Attach document={document} />
    </Block>
  )
}

function Attach({ document }: { readonly document: Document }) {
  const [target, setTarget] = useState<LinkTarget>('priority')
  const [chosen, setChosen] = useState<string | null>(null)
  const [isAsked, setAsked] = useState(false)
  const attach = useWrite('documents.attach', { saved: 'Attached', toastFailure: true })
  const taken = new Set(document.links.map(({ target: own, targetId }) => `${own} ${targetId}`))
  const options = useTargets(target).filter(({ value }) => !taken.has(`${target} ${value}`))
  const send = async () => {
    if (chosen === null) return setAsked(true)
    const result = await attach.send({ id: document.id, target, targetId: chosen })
    if (!result.ok) return
    setChosen(null)
    setAsked(false)
  }
  return (
    <div className="doc-attach">
      <FormRow>
        <Select
          label="Attach it to"
          width="medium"
          options={zLinkTarget.options.map((value) => ({ value, title: targetNames[value] }))}
          value={target}
          onChange={(next) => {
            setTarget(zLinkTarget.catch('priority').parse(next))
            setChosen(null)
          }}
        />
        <ComboBox
          key={target}
          label={`Which ${targetNames[target].toLowerCase()}`}
          options={options}
          value={chosen}
          onChange={(next) => setChosen(next ?? null)}
          error={isAsked && chosen === null ? 'Choose one.' : undefined}
        />
      </FormRow>
      <Button isBusy={attach.isSending} onPress={() => void send()}>
        Attach
      </Button>
    </div>
  )
}

/** What a document can be attached to, of one kind; read when it is asked for. */
function useTargets(target: LinkTarget): readonly Option[] {
  const priorities = useRead('priorities.list', {}, { enabled: target === 'priority' })
  const events = useRead('activities.events', {}, { enabled: target === 'event' })
  const people = useRead('staff.choices', {}, { enabled: target === 'person' })
  const reports = useRead('reports.issued', {}, { enabled: target === 'report' })
  switch (target) {
    case 'priority':
      return (priorities.data?.priorities ?? []).map(({ id, title }) => ({ value: id, title }))
    case 'event':
      return (events.data?.events ?? []).map(({ id, title, firstOn }) => ({
        value: id,
        title: firstOn === null ? title : `${title}, ${formatDayShort(firstOn)}`,
      }))
    case 'person':
      return (people.data?.people ?? []).map(({ id, name, note }) => ({ value: id, title: name, note }))
    case 'report':
      return (reports.data?.issued ?? []).map(({ id, title, number, year }) => ({
        value: id,
        title: `${title}, issue ${number}`,
        note: yearName(year),
      }))
  }
}
