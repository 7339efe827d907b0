import { useState } from 'react'
import type { Failure } from '../../../../shared/kernel/result'
import { rowTitle, rowWords } from '../../../../shared/features/changes/row-words'
import { changeWords } from '../../../../shared/features/changes/words'
import { Button } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { SidePanel } from '../../../components/dialog'
import { EmptyState } from '../../../components/empty-state'
import { Notice } from '../../../components/notice'
import { Block, PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Rows } from '../../../components/rows'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { failureParts } from '../../../lib/sentence'
import { navigate, useQueryParam } from '../../../lib/navigation'

type Change = OutputFor<'changes.list'>['changes'][number]

const moment = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

const columns: readonly TableColumn<Change>[] = [
  {
    key: 'what',
    title: 'Change',
    kind: 'text',
    value: (c) => `${changeWords(c.channel)}${c.isUndone ? ' (undone)' : ''}`,
    note: (c) => c.reason ?? '',
  },
  {
    key: 'when',
    title: 'When',
    kind: 'text',
    value: (c) => moment.format(new Date(c.atUtc)),
    width: 190,
    sortable: false,
  },
  { key: 'who', title: 'Who', kind: 'text', value: (c) => c.actingName ?? 'Nobody chosen', width: 180 },
  { key: 'rows', title: 'Records', kind: 'count', value: (c) => c.rowCount, width: 96, hideNarrow: true },
]

/** Every change to the school file, newest first; each can be looked into and, where nothing came later, undone. */
export function LogPage() {
  const read = useRead('changes.list', { limit: 500 })
  const [open] = useQueryParam('change')
  return (
    <>
      <PageHead
        title="Change log"
        about="What was changed, when and by whom. The newest 500 are shown."
        trail={[{ title: 'The school', to: '/school' }]}
      />
      <ReadState read={read}>
        {({ changes }) => (
          <>
            <DataTable
              label="Changes"
              rows={changes}
              rowKey={(c) => c.id}
              columns={columns}
              filter={(c) => `${changeWords(c.channel)} ${c.actingName ?? ''} ${c.reason ?? ''}`}
              hrefOf={(c) => `/school/log?change=${c.id}`}
              empty={
                <EmptyState
                  title="No changes yet"
                  about="Everything you save is listed here, so that any figure can be traced."
                />
              }
            />
            <ChangePanel key={open} change={changes.find((c) => c.id === open)} />
          </>
        )}
      </ReadState>
    </>
  )
}

function ChangePanel({ change }: { readonly change: Change | undefined }) {
  const close = () => navigate('/school/log')
  const rows = useRead('changes.rows', { changeId: change?.id ?? '' }, { enabled: change !== undefined })
  const undo = useWrite('changes.undo', { saved: 'Undone', undo: false })
  const [refusal, setRefusal] = useState<Failure>()
  if (!change) return null
  return (
    <SidePanel title={changeWords(change.channel)} isOpen onClose={close}>
      <ReadState read={rows}>
        {({ rows: list }) => (
          <Block>
            <Rows
              items={list.map((row, index) => ({
                key: String(index),
                title: rowTitle(row.operation, row.table),
                about: rowWords(row.operation, row.fields),
              }))}
            />
          </Block>
        )}
      </ReadState>
      {refusal && <UndoRefused failure={refusal} />}
      {change.canUndo && (
        <Button
          kind="plain"
          isBusy={undo.isSending}
          onPress={() =>
            void undo.send({ changeId: change.id }).then((result) => (result.ok ? close() : setRefusal(result)))
          }
        >
          Undo this change
        </Button>
      )}
    </SidePanel>
  )
}

/** Why a change stands, with the records in the way by name. */
function UndoRefused({ failure }: { readonly failure: Failure }) {
  const { happened, means, todo } = failureParts(failure)
  return (
    <Notice tone="bad" title="Not undone">
      <p>{happened}</p>
      <p>
        {means} {todo}
      </p>
    </Notice>
  )
}
