import { Plus } from 'lucide-react'
import { formKinds, type FormKind } from '../../../../shared/features/packs/form-content'
import type { OfferedForm, RoundLine } from '../../../../shared/features/surveys/model'
import { formKindNames, returnedWords, roundStateNames } from '../../../../shared/features/surveys/words'
import { LinkButton, TextLink } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { FilterChips } from '../../../components/filter-chips'
import { Block, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Rows } from '../../../components/rows'
import { useRead } from '../../../lib/contract-client'
import { useQueryParam } from '../../../lib/navigation'

const columns: readonly TableColumn<RoundLine>[] = [
  { key: 'title', title: 'Round', kind: 'text', value: ({ title }) => title, note: ({ formTitle }) => formTitle },
  {
    key: 'names',
    title: 'Names',
    kind: 'text',
    value: ({ isAnonymous }) => (isAnonymous ? 'Without' : 'With'),
    width: 104,
    hideNarrow: true,
  },
  { key: 'returned', title: 'Came back', kind: 'text', value: (round) => returnedWords(round), width: 190 },
  { key: 'closesOn', title: 'Until', kind: 'day', value: ({ closesOn }) => closesOn, width: 128 },
  {
    key: 'state',
    title: 'State',
    kind: 'text',
    value: ({ state }) => roundStateNames[state],
    render: ({ state }) => (
      <StatusMark tone={state === 'open' ? 'info' : 'none'}>{roundStateNames[state]}</StatusMark>
    ),
    width: 136,
    hideNarrow: true,
  },
]

/** Rounds of forms, and the forms that a round can be begun of. */
export function RoundsPage() {
  const [kind, setKind] = useQueryParam('kind')
  const rounds = useRead('surveys.list', {})
  const offered = useRead('surveys.forms', {})
  return (
    <>
      <PageHead
        title="Forms that find needs"
        about="Ask on paper, in small files or face to face; take the answers in, look at them together, and raise needs from them."
        trail={[
          { title: 'Needs', to: '/needs' },
          { title: 'Finding needs', to: '/needs/finding' },
        ]}
        primary={
          <LinkButton kind="primary" to="/needs/forms/new" icon={<Plus aria-hidden="true" />}>
            Begin a round
          </LinkButton>
        }
      />
      <ReadState read={rounds}>
        {(list) =>
          list.rounds.length === 0 ? null : <RoundList rounds={list.rounds} kind={kind} onKind={setKind} />
        }
      </ReadState>
      <ReadState read={offered}>{({ forms }) => <Forms forms={forms} kind={kind} />}</ReadState>
    </>
  )
}

interface RoundListProps {
  readonly rounds: readonly RoundLine[]
  readonly kind: string | undefined
  readonly onKind: (kind: string | undefined) => void
}

function RoundList({ rounds, kind, onKind }: RoundListProps) {
  const kinds = formKinds.filter((one) => one === kind || rounds.some((round) => round.kind === one))
  const count = (one: FormKind) => rounds.filter((round) => round.kind === one).length
  const shown = rounds.filter((round) => kind === undefined || round.kind === kind)
  return (
    <Block>
      {kinds.length > 1 && (
        <FilterChips
          label="Kind of form"
          chips={kinds.map((one) => ({ key: one, title: formKindNames[one], count: count(one) }))}
          selected={kind}
          onSelect={onKind}
        />
      )}
      <DataTable
        label="Rounds"
        rows={shown}
        rowKey={({ id }) => id}
        columns={columns}
        hrefOf={({ id }) => `/needs/forms/${id}`}
        height="natural"
        empty={<p className="muted">No round of this form yet.</p>}
      />
    </Block>
  )
}

const namesWords = { never: 'without names', always: 'with names', either: 'with or without names' } as const

function Forms({ forms, kind }: { readonly forms: readonly OfferedForm[]; readonly kind: string | undefined }) {
  const shown = forms.filter((form) => kind === undefined || form.kind === kind)
  return (
    <Block>
      <SectionTitle about="What is asked comes from your packs. A round keeps its questions as they were when it began.">
        Forms to begin with
      </SectionTitle>
      <Rows
        label="Forms to begin with"
        items={shown.map((form) => ({
          key: form.id,
          title: form.title,
          about: `${form.about} About ${form.minutes} minutes, ${namesWords[form.names]}.`,
          action: (
            <TextLink strong to={`/needs/forms/new?form=${form.id}`} label={`Begin a round of: ${form.title}`}>
              Begin a round
            </TextLink>
          ),
        }))}
      />
    </Block>
  )
}
