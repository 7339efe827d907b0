import { summaryOf } from '../../../../shared/features/binder/words'
import { Select } from '../../../components/fields/select'
import { Block, PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { DividerList } from '../components/divider-list'

/** Everything in the binder in an order that the school knows, each entry with how it stands. */
export function BinderPage() {
  const settings = useRead('pc.settings', {})
  return (
    <>
      <PageHead
        title="Contents of the binder"
        about="Everything there is, in the order you know it by: what it opens, and how it stands today."
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
          <Block>
            <OrderChoice contents={contents} />
          </Block>
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
      <p className="page-about">
        {order.about} <span aria-live="polite">{summaryOf(sections)}.</span>
      </p>
    </div>
  )
}
