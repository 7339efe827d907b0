import { Send } from 'lucide-react'
import { offerKindWords, type OfferLine } from '../../../../shared/features/opportunities/offers'
import { LinkButton } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { YearChoice, useYear } from '../components/year-choice'
import { useRead } from '../../../lib/contract-client'

const columns: readonly TableColumn<OfferLine>[] = [
  {
    key: 'title',
    title: 'Offer',
    kind: 'text',
    value: (one) => one.title,
    note: (one) => offerKindWords[one.kind],
  },
  { key: 'sentOn', title: 'Sent on', kind: 'day', value: (one) => one.sentOn, width: 128 },
  {
    key: 'things',
    title: 'Offered',
    kind: 'count',
    value: (one) => one.opportunities,
    width: 96,
    hideNarrow: true,
  },
  { key: 'people', title: 'People', kind: 'count', value: (one) => one.people, width: 88 },
  { key: 'interested', title: 'Interested', kind: 'count', value: (one) => one.interested, width: 108 },
  { key: 'booked', title: 'Booked', kind: 'count', value: (one) => one.booked, width: 96 },
  { key: 'no', title: 'No', kind: 'count', value: (one) => one.no, width: 72, hideNarrow: true },
  { key: 'silent', title: 'No answer', kind: 'count', value: (one) => one.silent, width: 108, hideNarrow: true },
]

/** What was sent to whom, and how many answered. */
export function OffersPage() {
  const [year] = useYear()
  const read = useRead('offers.list', year === undefined ? {} : { year }, { keepPrevious: true })
  return (
    <>
      <PageHead
        title="Offers"
        about="Bulletins and annual programmes: what was offered, to whom, and what they said."
        trail={[{ title: 'Opportunities', to: '/opportunities' }]}
        primary={
          <LinkButton kind="primary" to="/opportunities/offers/new" icon={<Send aria-hidden="true" />}>
            Make an offer
          </LinkButton>
        }
        secondary={<LinkButton to="/opportunities/unoffered">Who was offered nothing?</LinkButton>}
      />
      <ReadState read={read}>
        {({ startYear, thisYear, offers }) => (
          <DataTable
            label="Offers"
            rows={offers}
            rowKey={(one) => one.id}
            columns={columns}
            hrefOf={(one) => `/opportunities/offers/${one.id}`}
            toolbar={<YearChoice startYear={startYear} thisYear={thisYear} />}
            empty={
              <>
                <YearChoice startYear={startYear} thisYear={thisYear} />
                <EmptyState
                  title="No offer in this year"
                  about="Choose some opportunities and to whom they go: a bulletin for a few weeks, or the programme of a year. It is printed with a slip for the answer, and what people say is kept here."
                  primary={<LinkButton to="/opportunities/offers/new">Make the first one</LinkButton>}
                />
              </>
            }
          />
        )}
      </ReadState>
    </>
  )
}
