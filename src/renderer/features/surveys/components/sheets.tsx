import type { Round, SheetLine } from '../../../../shared/features/surveys/model'
import { LinkButton } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { Block, SectionTitle } from '../../../components/page-head'
import { useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'

const wayWords = { paper: 'Keyed in', file: 'File' } as const

function columnsOf(round: Round): readonly TableColumn<SheetLine>[] {
  return [
    {
      key: 'sheet',
      title: round.isAnonymous ? 'Sheet' : 'Whose',
      kind: 'text',
      value: ({ person, number }) => person?.name ?? `Sheet ${number}`,
    },
    { key: 'way', title: 'Came as', kind: 'text', value: ({ way }) => wayWords[way], width: 120 },
    { key: 'answered', title: 'Answers', kind: 'count', value: ({ answered }) => answered, width: 110 },
    { key: 'receivedOn', title: 'On', kind: 'day', value: ({ receivedOn }) => receivedOn, width: 140 },
  ]
}

/** The sheets that came back, and who has not answered where names are known. */
export function Sheets({ round }: { readonly round: Round }) {
  const remove = useWrite('surveys.removeSheet', { saved: 'Sheet taken out', toastFailure: true })
  // What came as a file without a name is not opened by itself.
  const isOpenable = ({ way }: SheetLine) => !round.isAnonymous || way === 'paper'
  const place = ({ id }: SheetLine) => `/needs/forms/${round.id}/sheets/${id}`
  return (
    <>
      <Block>
        <DataTable
          label="Sheets that came back"
          rows={round.sheets}
          rowKey={({ id }) => id}
          columns={columnsOf(round)}
          height="natural"
          actions={(sheet) => [
            ...(isOpenable(sheet) ? [{ key: 'open', title: 'Open and correct', to: place(sheet) }] : []),
            {
              key: 'remove',
              title: 'Take it out',
              isDanger: true,
              onAction: () => void remove.send({ id: sheet.id }),
            },
          ]}
          empty={
            <EmptyState
              title="Nothing has come back yet"
              about="Print the form, or save files to fill in and hand them out. Key in what comes back on paper, and take in the files."
              primary={<LinkButton to={`/needs/forms/${round.id}/files`}>Take in files</LinkButton>}
              secondary={<LinkButton to={`/needs/forms/${round.id}/sheets/new`}>Key in a sheet</LinkButton>}
            />
          }
        />
      </Block>
      {round.missing.length > 0 && (
        <Block>
          <SectionTitle>{plural(round.missing.length, 'person has', 'people have')} not answered</SectionTitle>
          <p>{round.missing.map(({ name }) => name).join(', ')}</p>
        </Block>
      )}
      {round.note !== null && (
        <Block>
          <SectionTitle>Note</SectionTitle>
          <p>{round.note}</p>
        </Block>
      )}
    </>
  )
}
