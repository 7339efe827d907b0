import { summaryOf } from '../../../../shared/features/binder/words'
import { Select } from '../../../components/fields/select'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { BinderOnPaper } from '../components/binder-on-paper'
import { DividerList } from '../components/divider-list'
import './binder-page.css'

/** Everything in the binder in an order that the school knows, each entry with how it stands. */
export function BinderPage() {
  const settings = useRead('pc.settings', {})
  const order = settings.data?.binderOrder
  return (
    <>
      <PageHead
        title="Contents of the binder"
        about="Everything there is, in the order you know it by: what it opens, and how it stands today."
        primary={order === undefined ? undefined : <BinderOnPaper order={order} />}
      />
      <ReadState read={settings}>{({ binderOrder }) => <InOrder order={binderOrder} />}</ReadState>
    </>
  )
}

function InOrder({ order }: { readonly order: string }) {
  const read = useRead('binder.contents', { order }, { keepPrevious: true })
  return (
    <ReadState read={read}>
      {(contents) => (
        <>
          <OrderChoice contents={contents} />
          <DividerList sections={contents.sections} />
        </>
      )}
    </ReadState>
  )
}

type Contents = OutputFor<'binder.contents'>

/** The order is remembered on this PC. */
function OrderChoice({ contents: { orders, order, sections } }: { readonly contents: Contents }) {
  const keep = useWrite('pc.saveSettings', { toastFailure: true })
  return (
    <div className="binder-order">
      <Select
        label="In the order of"
        options={orders.map(({ id, title }) => ({ value: id, title }))}
        value={order.id}
        onChange={(chosen) => {
          if (typeof chosen === 'string') void keep.send({ binderOrder: chosen })
        }}
      />
      <p>
        {order.about} <b aria-live="polite">{summaryOf(sections)}.</b>
      </p>
    </div>
  )
}
