import { useParams } from 'wouter'
import type { ComparedSection, Document } from '../../../../shared/features/documents/model'
import { Chip } from '../../../components/chip'
import { Select } from '../../../components/fields/select'
import { Switch } from '../../../components/fields/switch'
import { FormRow } from '../../../components/form'
import { Block, PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { useQueryParam } from '../../../lib/navigation'
import { sideOf, versionTitle } from '../lib/compared'
import './compare-page.css'

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
              <OneSection key={section.title} section={section} earlier={earlier} later={later} />
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

const whatNames = {
  same: 'The same',
  added: 'New section',
  removed: 'Section taken out',
  changed: 'Changed',
} as const

function OneSection({
  section,
  earlier,
  later,
}: Pick<ComparedProps, 'earlier' | 'later'> & { readonly section: ComparedSection }) {
  return (
    <section className="compared" aria-label={section.title === '' ? 'Beginning' : section.title}>
      <div className="compared-head">
        <h2>{section.title === '' ? 'Beginning' : section.title}</h2>
        <Chip>{whatNames[section.what]}</Chip>
      </div>
      <div className="compared-sides">
        <Side section={section} side="before" title={earlier} />
        <Side section={section} side="after" title={later} />
      </div>
    </section>
  )
}

interface SideProps {
  readonly section: ComparedSection
  readonly side: 'before' | 'after'
  readonly title: string
}

function Side({ section, side, title }: SideProps) {
  const pieces = sideOf(section, side)
  return (
    <div className="compared-side">
      <h3>{title}</h3>
      {pieces.length === 0 ? (
        <p className="quiet-text">Not in this text.</p>
      ) : (
        <p className="compared-text">
          {pieces.map((piece, index) => {
            const key = `${index}`
            if (piece.what === 'added') return <ins key={key}>{piece.text}</ins>
            if (piece.what === 'removed') return <del key={key}>{piece.text}</del>
            return <span key={key}>{piece.text}</span>
          })}
        </p>
      )}
    </div>
  )
}
