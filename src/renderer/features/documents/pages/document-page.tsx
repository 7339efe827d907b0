import { useState } from 'react'
import { useParams } from 'wouter'
import type { Document } from '../../../../shared/features/documents/model'
import { LinkButton } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { ReadState } from '../../../components/read-state'
import { Tabs } from '../../../components/tabs'
import { useRead } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { useQueryParam } from '../../../lib/navigation'
import { Attached } from '../components/attached'
import { DocumentHead } from '../components/document-head'
import { DocumentText } from '../components/document-text'
import { LifePanels, type LifePanel } from '../components/life-panels'
import { NotesList } from '../components/notes'
import { UnfinishedStrip } from '../components/unfinished-strip'
import { Versions } from '../components/versions'

/** One document: its text, its life, what it is attached to. */
export function DocumentPage() {
  const { id } = useParams<{ id: string }>()
  const read = useRead('documents.get', { id })
  return <ReadState read={read}>{(document) => <OneDocument key={id} document={document} />}</ReadState>
}

function OneDocument({ document }: { readonly document: Document }) {
  const [tab, setTab] = useQueryParam('tab')
  const [panel, setPanel] = useState<LifePanel | undefined>(undefined)
  return (
    <>
      <DocumentHead document={document} onPanel={setPanel} />
      {document.isArchived && (
        <Notice tone="info">This document is put away. Take it out again to change it.</Notice>
      )}
      {document.template !== null && document.template.changeCount > 0 && !document.isArchived && (
        <Notice
          tone="info"
          title="Its template has a newer wording"
          action={<LinkButton to={`/documents/${document.id}/template`}>Compare and decide</LinkButton>}
        >
          {plural(document.template.changeCount, 'section of', 'sections of')} “{document.template.title}” in “
          {document.template.from.packTitle ?? 'your own'}” {document.template.changeCount === 1 ? 'is' : 'are'}{' '}
          new, gone or worded otherwise. Your text stays as it is until you take them over.
        </Notice>
      )}
      <Tabs
        label="Parts of the document"
        selected={tab ?? 'text'}
        onSelect={(key) => setTab(key === 'text' ? undefined : key)}
        tabs={[
          {
            key: 'text',
            title: 'Text',
            content: (
              <>
                <UnfinishedStrip document={document} />
                <DocumentText document={document} />
              </>
            ),
          },
          {
            key: 'versions',
            title: 'Versions and steps',
            count: document.versions.length,
            content: <Versions document={document} />,
          },
          {
            key: 'notes',
            title: 'Notes to yourself',
            count: document.comments.filter(({ isDone }) => !isDone).length,
            content: <NotesList document={document} />,
          },
          {
            key: 'attached',
            title: 'Attached to',
            count: document.links.length,
            content: <Attached document={document} />,
          },
        ]}
      />
      <LifePanels document={document} panel={panel} onClose={() => setPanel(undefined)} />
    </>
  )
}
