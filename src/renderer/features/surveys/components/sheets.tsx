import type { Round, SheetLine } from '../../../../shared/features/surveys/model'
import { returnedWords } from '../../../../shared/features/surveys/words'
import { formatDay } from '../../../../shared/kernel/dates'
import { Button, LinkButton } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { Block, SectionTitle } from '../../../components/page-head'
import { useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { StillOpen } from './closing'

const wayWords = { paper: 'Keyed in', file: 'File' } as const

const columns: readonly TableColumn<SheetLine>[] = [
  { key: 'sheet', title: 'Whose', kind: 'text', value: ({ person }) => person.name },
  { key: 'way', title: 'Came as', kind: 'text', value: ({ way }) => wayWords[way], width: 120 },
  { key: 'answered', title: 'Answers', kind: 'count', value: ({ answered }) => answered, width: 110 },
  { key: 'receivedOn', title: 'On', kind: 'day', value: ({ receivedOn }) => receivedOn, width: 140 },
]

interface RoundProps {
  readonly round: Round
}

/** What came back: with names sheet by sheet and who has not answered, without names no more than how many. */
export function Sheets({ round }: RoundProps) {
  return (
    <>
      {!round.isAnonymous && <NamedSheets round={round} />}
      {round.isAnonymous && round.returned === 0 && round.closedOn === null && <NothingYet round={round} />}
      {round.isAnonymous && round.returned > 0 && round.closedOn === null && <StillOpen round={round} />}
      {round.closedOn !== null && (
        <Block>
          <SectionTitle>{returnedWords(round)}</SectionTitle>
          <p>Closed on {formatDay(round.closedOn)}. Nothing is added any more, and no sheet is shown by itself.</p>
        </Block>
      )}
      {round.starters.length > 0 && <Starters round={round} />}
      {round.note !== null && (
        <Block>
          <SectionTitle>Note</SectionTitle>
          <p>{round.note}</p>
        </Block>
      )}
    </>
  )
}

function NothingYet({ round }: RoundProps) {
  return (
    <EmptyState
      title="Nothing has come back yet"
      about="Print the form, or save files to fill in and hand them out. Key in what comes back on paper, and take in the files."
      primary={<LinkButton to={`/needs/forms/${round.id}/files`}>Take in files</LinkButton>}
      secondary={<LinkButton to={`/needs/forms/${round.id}/sheets/new`}>Key in a sheet</LinkButton>}
    />
  )
}

function NamedSheets({ round }: RoundProps) {
  const remove = useWrite('surveys.removeSheet', { saved: 'Sheet taken out', toastFailure: true })
  return (
    <>
      <Block>
        <DataTable
          label="Sheets that came back"
          rows={round.sheets}
          rowKey={({ id }) => id}
          columns={columns}
          height="natural"
          actions={({ id }) => [
            { key: 'open', title: 'Open and correct', to: `/needs/forms/${round.id}/sheets/${id}` },
            { key: 'remove', title: 'Take it out', isDanger: true, onAction: () => void remove.send({ id }) },
          ]}
          empty={<NothingYet round={round} />}
        />
      </Block>
      {round.missing.length > 0 && (
        <Block>
          <SectionTitle>{plural(round.missing.length, 'person has', 'people have')} not answered</SectionTitle>
          <p>{round.missing.map(({ name, hasLeft }) => (hasLeft ? `${name} (has left)` : name)).join(', ')}</p>
        </Block>
      )}
    </>
  )
}

/** Who has come since the round began: they are asked when somebody says so. */
function Starters({ round }: RoundProps) {
  const { id, starters } = round
  const ask = useWrite('surveys.askStarters', { saved: 'They are asked too', toastFailure: true })
  return (
    <Block>
      <SectionTitle about="They have come or moved since the round began. Who was asked stays as it was until you add them.">
        {plural(starters.length, 'person', 'people')} not asked so far
      </SectionTitle>
      <p>{starters.map(({ name }) => name).join(', ')}</p>
      <div className="form-actions">
        <Button
          isBusy={ask.isSending}
          onPress={() => void ask.send({ id, personIds: starters.map((person) => person.id) })}
        >
          Ask them too
        </Button>
      </div>
    </Block>
  )
}
