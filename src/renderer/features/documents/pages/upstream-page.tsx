import { useParams } from 'wouter'
import type { Document, UpstreamChange } from '../../../../shared/features/documents/model'
import { Button, LinkButton } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { Block, PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { ComparedSectionView } from '../../../components/compared-section'

/** What the template of a document says now, against what the school has: each section is taken or kept. */
export function UpstreamPage() {
  const { id } = useParams<{ id: string }>()
  const read = useRead('documents.get', { id })
  return <ReadState read={read}>{(document) => <Upstream document={document} />}</ReadState>
}

function Upstream({ document }: { readonly document: Document }) {
  const read = useRead('documents.upstream', { id: document.id })
  const origin = document.template?.from.packTitle ?? 'the template'
  return (
    <>
      <PageHead
        title={`New in the template: ${document.title}`}
        about="Your text on the left, the template as it is now on the right. Take a section over, or keep yours: you are asked again only when the template changes once more."
        trail={[
          { title: 'Documents', to: '/documents' },
          { title: document.title, to: `/documents/${document.id}` },
        ]}
      />
      {document.status !== 'draft' && (
        <Notice tone="info" title="The text stands still">
          It is handed in or approved. Sections can be kept as they are now; to take one over, open the text again
          first.
        </Notice>
      )}
      <ReadState read={read}>
        {({ changes }) => (
          <>
            <Block>
              <p role="status">{summaryOf(changes.length)}</p>
              {changes.length === 0 && (
                <LinkButton to={`/documents/${document.id}`}>Back to the document</LinkButton>
              )}
            </Block>
            {changes.map((change) => (
              <OneChange key={change.key} document={document} change={change} origin={origin} />
            ))}
          </>
        )}
      </ReadState>
    </>
  )
}

function summaryOf(count: number): string {
  if (count === 0) return 'Nothing waits for a decision.'
  return `${plural(count, 'section waits', 'sections wait')} for a decision.`
}

const marks = { new: 'New section', changed: 'Other wording', gone: 'Gone from the template' } as const

interface OneChangeProps {
  readonly document: Document
  readonly change: UpstreamChange
  readonly origin: string
}

function OneChange({ document, change, origin }: OneChangeProps) {
  const decide = useWrite('documents.decideUpstream', {
    saved: ({ isTaken }) => (isTaken ? 'Taken over' : 'Kept as ours'),
    toastFailure: true,
  })
  const send = (isTaken: boolean) => void decide.send({ id: document.id, key: change.key, isTaken })
  const words = actionWords[change.what]
  const title = <span className="visually-hidden"> ({change.title})</span>
  return (
    <ComparedSectionView
      title={change.title}
      mark={marks[change.what]}
      section={change}
      earlier="Ours"
      later={`“${origin}” now`}
    >
      <p className="compared-about">{aboutChange(change)}</p>
      <div className="compared-actions">
        <Button isDisabled={document.status !== 'draft'} isBusy={decide.isSending} onPress={() => send(true)}>
          {words.take}
          {title}
        </Button>
        <Button isBusy={decide.isSending} onPress={() => send(false)}>
          {words.keep}
          {title}
        </Button>
      </div>
    </ComparedSectionView>
  )
}

const actionWords = {
  new: { take: 'Take the section', keep: 'Do without it' },
  changed: { take: 'Take the new wording', keep: 'Keep ours' },
  gone: { take: 'Remove it here too', keep: 'Keep ours' },
} as const

function aboutChange({ what, title, ourTitle, isOursUntouched, isLeftOut }: UpstreamChange): string {
  if (what === 'new') return 'Your document does not have this section.'
  const heading = ourTitle === null || ourTitle === title ? '' : ` With you its heading is “${ourTitle}”.`
  const own = isOursUntouched
    ? 'Nobody here has changed this section: it reads as the template did.'
    : 'This section was written in here: taking the template’s puts its words in the place of yours.'
  const out = isLeftOut ? ' It is marked as not for your school.' : ''
  return `${own}${heading}${out}`
}
