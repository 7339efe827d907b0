import { useParams } from 'wouter'
import type { Document } from '../../../../shared/features/documents/model'
import { Select } from '../../../components/fields/select'
import { Switch } from '../../../components/fields/switch'
import { FormRow } from '../../../components/form'
import { Block, PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { useQueryParam } from '../../../lib/navigation'
import { ComparedSectionView } from '../../../components/compared-section'
import { versionTitle } from '../lib/compared'

/** Two texts of a document side by side, with what has changed. */
export function ComparePage() {
  const { id } = useParams<{ id: string }>()
  const read = useRead('documents.get', { id })
  return <ReadState read={read}>{(document) => <Comparison document={document} />}</ReadState>
}

function Comparison({ document }: { readonly document: Document }) {
  const [fromAsked, setFrom] = useQueryParam('from')
  const [toAsked, setTo] = useQueryParam('to')
  const numbers = document.versions.map(({ number }) => number)
  const known = (asked: string | undefined) => numbers.find((number) => String(number) === asked)
  const from = known(fromAsked) ?? numbers[0]
  const to = known(toAsked) ?? null
  const title = (number: number | null) => versionTitle(document, number)
  const head = (
    <PageHead
      title={`Compare: ${document.title}`}
      about="The earlier text on the left, the later on the right. What went is struck out, what came is underlined."
      trail={[
        { title: 'Documents', to: '/documents' },
        { title: document.title, to: `/documents/${document.id}` },
      ]}
    />
  )
  if (from === undefined)
    return (
      <>
        {head}
        <p>No version has been approved yet, so there is nothing to compare with.</p>
      </>
    )
  return (
    <>
      {head}
      <Block>
        <FormRow>
          <Select
            label="Earlier"
            options={numbers.map((number) => ({ value: String(number), title: title(number) }))}
            value={String(from)}
            onChange={(next) => setFrom(next ?? undefined)}
          />
          <Select
            label="Later"
            options={[
              { value: 'now', title: title(null) },
              ...numbers.map((number) => ({ value: String(number), title: title(number) })),
            ]}
            value={to === null ? 'now' : String(to)}
            onChange={(next) => setTo(next === null || next === undefined || next === 'now' ? undefined : next)}
          />
        </FormRow>
      </Block>
      <Compared id={document.id} from={from} to={to} earlier={title(from)} later={title(to)} />
    </>
  )
}

const whatNames = {
  same: 'The same',
  added: 'New section',
  removed: 'Section taken out',
  changed: 'Changed',
} as const

interface ComparedProps {
  readonly id: string
  readonly from: number
  readonly to: number | null
  readonly earlier: string
  readonly later: string
}

function Compared({ id, from, to, earlier, later }: ComparedProps) {
  const [asked, setAsked] = useQueryParam('all')
  const showsAll = asked === 'yes'
  const read = useRead('documents.compare', { id, from, to }, { keepPrevious: true })
  return (
    <ReadState read={read}>
      {({ sections }) => {
        const changed = sections.filter(({ what }) => what !== 'same')
        const shown = showsAll ? sections : changed
        return (
          <>
            <Block>
              <p role="status">{summaryOf(changed.length, sections.length)}</p>
              {changed.length < sections.length && (
                <Switch
                  label="Show the sections that are the same as well"
                  value={showsAll}
                  onChange={(next) => setAsked(next === true ? 'yes' : undefined)}
                />
              )}
            </Block>
            {shown.map((section) => (
              <ComparedSectionView
                key={section.title}
                title={section.title}
                mark={whatNames[section.what]}
                section={section}
                earlier={earlier}
                later={later}
              />
            ))}
          </>
        )
      }}
    </ReadState>
  )
}

function summaryOf(changed: number, all: number): string {
  if (changed === 0) return 'The two texts are the same.'
  return `${changed} of ${plural(all, 'section', 'sections')} ${changed === 1 ? 'differs' : 'differ'}.`
}
