import { useParams } from 'wouter'
import { formatDay } from '../../../../shared/kernel/dates'
import type { Document, OpenedVersion } from '../../../../shared/features/documents/model'
import { LinkButton } from '../../../components/button'
import { DefinitionList } from '../../../components/definition-list'
import { Notice } from '../../../components/notice'
import { Block, PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { RichTextView } from '../../../components/rich-text-view'
import { useRead } from '../../../lib/contract-client'
import { useQueryParam } from '../../../lib/navigation'
import { PrintAndSave } from '../components/document-head'
import { formatNames } from '../words'
import '../components/versions.css'

/** A version as it was approved, to be read and printed; nothing on it can be changed. */
export function VersionPage() {
  const { id } = useParams<{ id: string }>()
  const read = useRead('documents.get', { id })
  return <ReadState read={read}>{(document) => <OneVersion document={document} />}</ReadState>
}

function OneVersion({ document }: { readonly document: Document }) {
  const [asked] = useQueryParam('number')
  const newest = document.versions[0]
  const version = document.versions.find(({ number }) => String(number) === asked) ?? newest
  const trail = [
    { title: 'Documents', to: '/documents' },
    { title: document.title, to: `/documents/${document.id}` },
  ]
  if (version === undefined || newest === undefined)
    return (
      <>
        <PageHead title={`${document.title}: no version`} trail={trail} />
        <p>No version of this document was approved yet.</p>
      </>
    )
  return (
    <>
      <PageHead
        title={`${document.title}, version ${version.number}`}
        about="The text as it was approved. It stands as it is; the working text goes on from it."
        trail={trail}
        secondary={<PrintAndSave id={document.id} version={version.number} />}
      />
      {version.isSuperseded && (
        <Notice
          tone="warn"
          title={`Superseded by version ${newest.number}`}
          action={
            <LinkButton to={`/documents/${document.id}/version?number=${newest.number}`}>
              {`Read version ${newest.number}`}
            </LinkButton>
          }
        >
          It is kept because somebody may have acted on it.
        </Notice>
      )}
      <Opened id={document.id} number={version.number} />
    </>
  )
}

function Opened({ id, number }: { readonly id: string; readonly number: number }) {
  const read = useRead('documents.version', { id, number })
  return (
    <ReadState read={read}>
      {({ version, text, isIntact }) => (
        <>
          {!isIntact && (
            <Notice tone="bad" title="This is not the text that was approved">
              Its checksums are not those of the day of its approval: the school file was changed by another program
              or is damaged. Take the version from a backup.
            </Notice>
          )}
          <Facts version={version} isIntact={isIntact} />
          <RichTextView text={text} />
        </>
      )}
    </ReadState>
  )
}

function Facts({ version, isIntact }: Pick<OpenedVersion, 'version' | 'isIntact'>) {
  const review = version.reviewOn === null ? 'Not set' : formatDay(version.reviewOn)
  return (
    <Block>
      <DefinitionList
        items={[
          { term: 'Approved by', value: version.approvedBy },
          { term: 'On', value: formatDay(version.approvedOn) },
          { term: 'Meeting', value: version.approvedAt ?? 'None named' },
          { term: 'Look at it again by', value: review },
        ]}
      />
      <details className="doc-checksums">
        <summary>
          {isIntact ? 'Checksums: worked out anew, all as on that day' : 'Checksums: not as on that day'}
        </summary>
        <DefinitionList
          items={[
            { term: 'SHA-256 of the text', value: version.sha256 },
            ...version.files.map(({ format, sha256 }) => ({
              term: `SHA-256 of the file (${formatNames[format]})`,
              value: sha256,
            })),
          ]}
        />
      </details>
    </Block>
  )
}
