import { formatDay } from '../../../../shared/kernel/dates'
import type { Document, DocumentVersion } from '../../../../shared/features/documents/model'
import { LinkButton } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DefinitionList } from '../../../components/definition-list'
import { Block, SectionTitle } from '../../../components/page-head'
import { formatNames, stepNames } from '../words'
import { PrintAndSave } from './document-head'
import './versions.css'

/** What was approved, newest first, and every step of the document's life. */
export function Versions({ document }: { readonly document: Document }) {
  return (
    <>
      <Block>
        <SectionTitle about="What was approved never changes: its text and its files are kept as they were.">
          Versions
        </SectionTitle>
        {document.versions.length === 0 ? (
          <p>None was approved yet.</p>
        ) : (
          <ul className="doc-versions">
            {document.versions.map((version) => (
              <OneVersion key={version.number} document={document} version={version} />
            ))}
          </ul>
        )}
      </Block>
      <Block>
        <SectionTitle>Steps</SectionTitle>
        <ol className="doc-steps">
          {document.steps.map((step, index) => (
            <li key={`${index} ${step.what}`}>
              <span>{formatDay(step.on)}</span>
              <b>{stepNames[step.what]}</b>
              {step.note !== null && <span>{step.note}</span>}
            </li>
          ))}
        </ol>
      </Block>
    </>
  )
}

interface OneVersionProps {
  readonly document: Document
  readonly version: DocumentVersion
}

function OneVersion({ document, version }: OneVersionProps) {
  const isInForce = !version.isSuperseded
  const tone = isInForce ? (document.isDue ? 'warn' : 'good') : 'none'
  const words = isInForce ? (document.isDue ? 'In force, due for review' : 'In force') : 'Superseded'
  return (
    <li>
      <div className="doc-version-head">
        <h3>Version {version.number}</h3>
        <StatusMark tone={tone}>{words}</StatusMark>
      </div>
      <p>
        Approved by {version.approvedBy} on {formatDay(version.approvedOn)}
        {version.approvedAt === null ? '' : `, ${version.approvedAt}`}.
        {version.reviewOn === null ? '' : ` To be looked at again by ${formatDay(version.reviewOn)}.`}
      </p>
      <div className="doc-version-actions">
        <LinkButton to={`/documents/${document.id}/version?number=${version.number}`}>
          {`Read version ${version.number}`}
        </LinkButton>
        <LinkButton to={`/documents/${document.id}/compare?from=${version.number}`}>
          {`Compare version ${version.number} with the working text`}
        </LinkButton>
        {version.number > 1 && (
          <LinkButton to={`/documents/${document.id}/compare?from=${version.number - 1}&to=${version.number}`}>
            {`What version ${version.number} changed`}
          </LinkButton>
        )}
        <PrintAndSave id={document.id} version={version.number} />
      </div>
      <details className="doc-checksums">
        <summary>Checksums of version {version.number}</summary>
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
    </li>
  )
}
