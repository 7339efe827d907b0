import { z } from 'zod'
import {
  zOwnList,
  type ListedCode,
  type ListedKind,
  type ListedType,
  type OwnList,
  type SchoolLists,
} from '../../../../shared/features/packs/own-lists'
import { Button } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Tabs } from '../../../components/tabs'
import { useRead, useWrite } from '../../../lib/contract-client'
import { useQueryParam } from '../../../lib/navigation'
import { ListPanel } from '../components/list-panels'
import { addWords, listNames, originWords } from '../lib/list-words'

const zShown = z.object({ list: zOwnList.catch('types') })

/** What activities, costs and reports choose from: the lists of the packs, with what the school added and worded itself. */
export function ListsPage() {
  const lists = useRead('lists.all', {})
  const [shown, show] = useQueryParam('list')
  const [entry, open] = useQueryParam('entry')
  const { list } = zShown.parse({ list: shown })
  return (
    <>
      <PageHead
        title="Kinds and codes"
        about="What activities, costs and reports choose from. Add what your school uses, or call what is there as you call it: everything that is recorded follows."
        trail={[{ title: 'The school', to: '/school' }]}
        primary={
          <Button kind="primary" onPress={() => open('')}>
            {addWords[list]}
          </Button>
        }
      />
      <ReadState read={lists}>
        {(data) => (
          <>
            <Tabs label="Lists" selected={list} onSelect={show} tabs={tabsOf(data, open)} />
            <ListPanel list={list} lists={data} code={entry} onClose={() => open(undefined)} />
          </>
        )}
      </ReadState>
    </>
  )
}

type Open = (code: string) => void

const tabsOf = ({ types, kinds, codes, levels, provisions }: SchoolLists, open: Open) => [
  {
    key: 'types',
    title: 'Kinds of activity',
    count: types.length,
    content: <Entries list="types" rows={types} columns={typeColumns({ levels, provisions })} onOpen={open} />,
  },
  {
    key: 'kinds',
    title: 'Kinds of cost',
    count: kinds.length,
    content: <Entries list="kinds" rows={kinds} columns={kindColumns} onOpen={open} />,
  },
  {
    key: 'codes',
    title: 'Finance codes',
    count: codes.length,
    content: <Entries list="codes" rows={codes} columns={codeColumns} onOpen={open} />,
  },
]

type Entry = ListedType | ListedKind | ListedCode

const usual: readonly TableColumn<Entry>[] = [
  { key: 'used', title: 'Records', kind: 'count', value: (row) => row.usedCount, width: 110 },
  {
    key: 'origin',
    title: 'From',
    kind: 'text',
    value: (row) => originWords[row.origin],
    width: 190,
    hideNarrow: true,
  },
]

const typeColumns = ({
  levels,
  provisions,
}: Pick<SchoolLists, 'levels' | 'provisions'>): readonly TableColumn<ListedType>[] => [
  { key: 'name', title: 'Kind of activity', kind: 'text', value: (row) => row.name },
  {
    key: 'provision',
    title: 'Usual source',
    kind: 'text',
    value: (row) => provisions.find(({ code }) => code === row.provision)?.name,
    hideNarrow: true,
  },
  {
    key: 'level',
    title: 'Usual level',
    kind: 'text',
    value: (row) => levels.find(({ code }) => code === row.level)?.name,
  },
  ...usual,
]

const kindColumns: readonly TableColumn<ListedKind>[] = [
  { key: 'name', title: 'Kind of cost', kind: 'text', value: (row) => row.name },
  { key: 'code', title: 'Finance code', kind: 'text', value: (row) => row.financeCode },
  {
    key: 'cover',
    title: 'Cover',
    kind: 'text',
    value: (row) => (row.isCover ? 'Yes' : 'No'),
    hideNarrow: true,
    width: 110,
  },
  ...usual,
]

const codeColumns: readonly TableColumn<ListedCode>[] = [
  { key: 'code', title: 'Code', kind: 'text', value: (row) => row.code, width: 160 },
  { key: 'name', title: 'Stands for', kind: 'text', value: (row) => row.name },
  ...usual,
]

interface EntriesProps<T extends Entry> {
  readonly list: OwnList
  readonly rows: readonly T[]
  readonly columns: readonly TableColumn<T>[]
  readonly onOpen: Open
}

function Entries<T extends Entry>({ list, rows, columns, onOpen }: EntriesProps<T>) {
  const drop = useWrite('lists.drop', { saved: 'Taken out', toastFailure: true })
  const back = useWrite('lists.drop', { saved: 'Back to the words of the pack', toastFailure: true })
  return (
    <DataTable
      label={listNames[list]}
      rows={rows}
      rowKey={({ code }) => code}
      columns={columns}
      onOpen={({ code }) => onOpen(code)}
      filter={({ code, name }) => `${code} ${name}`}
      filterLabel="Find in this list"
      empty={<p>Nothing yet.</p>}
      actions={({ code, origin }) => [
        { key: 'change', title: 'Change', onAction: () => onOpen(code) },
        ...(origin === 'reworded'
          ? [
              {
                key: 'back',
                title: 'Back to the words of the pack',
                onAction: () => void back.send({ list, code }),
              },
            ]
          : []),
        ...(origin === 'own'
          ? [{ key: 'drop', title: 'Take out', isDanger: true, onAction: () => void drop.send({ list, code }) }]
          : []),
      ]}
    />
  )
}
