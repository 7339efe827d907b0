import { Download } from 'lucide-react'
import { useParams } from 'wouter'
import type { Issued } from '../../../../shared/features/reports/model'
import { formatDay, type Day } from '../../../../shared/kernel/dates'
import { DefinitionList } from '../../../components/definition-list'
import { MenuButton } from '../../../components/menu-button'
import { Notice } from '../../../components/notice'
import { Block, PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { PdfPreview } from '../components/pdf-preview'

const formatNames = { pdf: 'PDF', docx: 'Word document', xlsx: 'Excel workbook', csv: 'CSV', json: 'JSON' } as const

/** An issued report: the bytes that were issued, and what is known about that day. */
export function IssuedPage() {
  const { id } = useParams<{ id: string }>()
  const issued = useRead('reports.issued', {})
  return (
    <ReadState read={issued}>
      {(data) => {
        const found = data.issued.find((one) => one.id === id)
        return found ? (
          <IssuedReport issued={found} />
        ) : (
          <PageHead title="There is no such issue" trail={[{ title: 'Reports', to: '/reports' }]} />
        )
      }}
    </ReadState>
  )
}

function IssuedReport({ issued }: { readonly issued: Issued }) {
  const file = useRead('reports.openIssued', { id: issued.id, format: 'pdf' })
  const save = useWrite('reports.saveIssued', {
    saved: ({ fileName }) => `Saved as ${fileName}`,
    undo: false,
    toastFailure: true,
  })
  return (
    <>
      <PageHead
        title={`${issued.title}, issue ${issued.number}`}
        about="These are the pages as they were issued, byte for byte."
        trail={[{ title: 'Reports', to: '/reports' }]}
        secondary={
          <MenuButton
            label="Save a copy"
            icon={<Download aria-hidden="true" />}
            items={issued.files.map(({ format }) => ({
              key: format,
              title: formatNames[format],
              onAction: () => void save.send({ id: issued.id, format }),
            }))}
          />
        }
      />
      {issued.replacedByNumber !== null && (
        <Notice tone="warn" title={`Replaced by issue ${issued.replacedByNumber}`}>
          It is kept as it was, because somebody may have acted on it.
        </Notice>
      )}
      <Block>
        <DefinitionList
          items={[
            { term: 'Issued', value: formatDay(issued.issuedOn as Day) },
            { term: 'By', value: issued.issuedByName ?? 'Not recorded' },
            ...(issued.reason === null ? [] : [{ term: 'Why it was issued again', value: issued.reason }]),
            ...issued.files.map(({ format, sha256 }) => ({
              term: `SHA-256 of the ${formatNames[format]}`,
              value: sha256,
            })),
          ]}
        />
      </Block>
      <ReadState read={file}>{({ content }) => <PdfPreview pdf={content} title={issued.title} />}</ReadState>
    </>
  )
}
