import { formatDayShort } from '../../../../shared/kernel/dates'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { SidePanel } from '../../../components/dialog'
import { FilterChips } from '../../../components/filter-chips'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useOpenRow } from '../../../components/use-open-row'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { useQueryParam } from '../../../lib/navigation'
import { NeedMatches } from '../components/need-matches'

type NeedLine = OutputFor<'opportunities.forNeeds'>['needs'][number]

/** Whose it is; what only shares a word with the need is not told as what serves it. */
function noteOf(best: NonNullable<NeedLine['best']>): string {
  const whose = best.isInHouse ? 'Our own staff' : best.providerName
  return best.fits ? (whose ?? '') : ['Shares a word: ' + best.title, whose].filter(Boolean).join(' · ')
}

const columns: readonly TableColumn<NeedLine>[] = [
  {
    key: 'title',
    title: 'Need',
    kind: 'text',
    value: (need) => need.title,
    note: (need) =>
      [need.ownerName, need.dueOn === null ? null : `due ${formatDayShort(need.dueOn)}`]
        .filter(Boolean)
        .join(' · '),
  },
  {
    key: 'best',
    title: 'Serves it best',
    kind: 'text',
    value: ({ best }) => (best?.fits === true ? best.title : 'Nothing fits yet'),
    note: ({ best }) => (best === null ? '' : noteOf(best)),
  },
  { key: 'fitting', title: 'Fit', kind: 'count', value: (need) => need.fitting, width: 80 },
  { key: 'near', title: 'Come near', kind: 'count', value: (need) => need.count - need.fitting, width: 120 },
]

/** Every open need with what would serve it best, our own staff first. */
export function MatchingPage() {
  const read = useRead('opportunities.forNeeds', {})
  return (
    <>
      <PageHead
        title="What serves which need?"
        about="Each open need with the opportunity that fits it best: of those that fit, what your own staff can lead comes first. Open a need for the reasons and for all that come near."
        trail={[{ title: 'Opportunities', to: '/opportunities' }]}
      />
      <ReadState read={read}>{({ needs }) => <Needs needs={needs} />}</ReadState>
    </>
  )
}

function Needs({ needs }: { readonly needs: readonly NeedLine[] }) {
  const [show, setShow] = useQueryParam('show')
  const unserved = needs.filter(({ fitting }) => fitting === 0)
  const open = useOpenRow(needs)
  return (
    <>
      <DataTable
        label="Needs"
        rows={show === 'unserved' ? unserved : needs}
        rowKey={(need) => need.id}
        columns={columns}
        filter={(need) => `${need.title} ${need.ownerName} ${need.best?.title ?? ''}`}
        filterLabel="Find a need, a person or a course"
        onOpen={open.open}
        toolbar={
          <FilterChips
            label="Which needs"
            chips={[{ key: 'unserved', title: 'Nothing fits', count: unserved.length }]}
            selected={show}
            onSelect={setShow}
          />
        }
        empty={<p className="block">No need is open. Needs are raised under Priorities and needs.</p>}
      />
      <SidePanel title={open.row?.title ?? ''} isOpen={open.row !== undefined} onClose={open.close}>
        {open.row !== undefined && <NeedMatches key={open.row.id} needId={open.row.id} />}
      </SidePanel>
    </>
  )
}
