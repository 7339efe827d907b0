import type { Cost, Movement } from '../../../../shared/features/costs/model'
import { movementWords } from '../../../../shared/features/costs/words'
import { Button } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { SectionTitle } from '../../../components/page-head'
import { useOpenRow } from '../../../components/use-open-row'
import { useWrite } from '../../../lib/contract-client'
import { MovementPanel } from './movement-panel'

const columns: readonly TableColumn<Movement>[] = [
  {
    key: 'kind',
    title: 'What',
    kind: 'text',
    value: (movement) => movementWords[movement.kind],
    note: (movement) =>
      [movement.reference, movement.isFromLedger ? 'from the ledger' : null].filter(Boolean).join(' · '),
  },
  { key: 'on', title: 'Day', kind: 'day', value: (movement) => movement.movedOn, width: 112 },
  { key: 'net', title: 'Net', kind: 'money', value: (movement) => movement.netPence, width: 108 },
  { key: 'vat', title: 'VAT', kind: 'money', value: (movement) => movement.vatPence, width: 96, hideNarrow: true },
]

/** What happened to a cost, oldest first; each can be put right or taken away. */
export function Movements({ cost }: { readonly cost: Cost }) {
  const panel = useOpenRow(cost.movements)
  const remove = useWrite('costs.removeMovement', { saved: 'Taken away', toastFailure: true })
  return (
    <>
      <SectionTitle
        level={3}
        aside={
          <Button size="small" onPress={panel.openNew}>
            Add an entry
          </Button>
        }
      >
        What happened
      </SectionTitle>
      <DataTable
        label="What happened"
        rows={cost.movements}
        rowKey={(movement) => movement.id}
        columns={columns}
        height="natural"
        onOpen={panel.open}
        actions={(movement) => [
          { key: 'change', title: 'Put it right', onAction: () => panel.open(movement) },
          {
            key: 'remove',
            title: 'Take it away',
            isDanger: true,
            onAction: () => void remove.send({ id: movement.id }),
          },
        ]}
        empty={<p className="muted">Nothing yet: it is only expected, and counts in no total.</p>}
      />
      {panel.isOpen && <MovementPanel cost={cost} movement={panel.row} onClose={panel.close} />}
    </>
  )
}
