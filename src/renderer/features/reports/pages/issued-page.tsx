import { Download, Printer } from 'lucide-react'
import { Suspense } from 'react'
import { useParams } from 'wouter'
import type { Issued } from '../../../../shared/features/reports/model'
import { formatDay, type Day } from '../../../../shared/kernel/dates'
import { Button, LinkButton } from '../../../components/button'
import { DefinitionList } from '../../../components/definition-list'
import { MenuButton } from '../../../components/menu-button'
import { Notice } from '../../../components/notice'
import { Block, PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { useExtensions } from '../../../lib/extensions'
import { PdfPreview } from '../components/pdf-preview'
import './issued-page.css'

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
          <IssuedReport issued={found} others={data.issued} />
        ) : (
          <PageHead title="There is no such issue" trail={[{ title: 'Reports', to: '/reports' }]} />
        )
      }}
    </ReadState>
  )
}

interface IssuedReportProps {
  readonly issued: Issued
  readonly others: readonly Issued[]
}

function IssuedReport({ issued, others }: IssuedReportProps) {
  const file = useRead('reports.openIssued', { id: issued.id, format: 'pdf' })
  const save = useWrite('reports.saveIssued', {
    saved: ({ fileName }) => `Saved as ${fileName}`,
    undo: false,
    toastFailure: true,
  })
  const print = useWrite('reports.printIssued', { toastFailure: true })
  const { reportPanels } = useExtensions()
  return (
    <>
      <PageHead
        title={`${issued.title}, issue ${issued.number}`}
        about="These are the pages as they were issued, byte for byte."
        trail={[{ title: 'Reports', to: '/reports' }]}
        secondary={
          <>
            <Button
              icon={<Printer aria-hidden="true" />}
              isBusy={print.isSending}
              onPress={() => void print.send({ id: issued.id })}
            >
              Print
            </Button>
            <MenuButton
              label="Save a copy"
              icon={<Download aria-hidden="true" />}
              items={issued.files.map(({ format }) => ({
                key: format,
                title: formatNames[format],
                onAction: () => void save.send({ id: issued.id, format }),
              }))}
            />
          </>
        }
      />
      <ReplacedNotice issued={issued} others={others} />
      <IssuedFacts issued={issued} />
      <Suspense fallback={null}>
        {reportPanels.map(({ key, Panel }) => (
          <Block key={key}>
            <Panel reportId={issued.id} />
          </Block>
        ))}
      </Suspense>
      <ReadState read={file}>{({ content }) => <PdfPreview pdf={content} title={issued.title} />}</ReadState>
    </>
  )
}

function isSameReport(one: Issued, other: Issued): boolean {
  return one.kind === other.kind && one.year.kind === other.year.kind && one.year.startYear === other.year.startYear
}

/** That another issue has taken the place of this one, and the way to the one that stands. */
function ReplacedNotice({ issued, others }: IssuedReportProps) {
  if (issued.replacedByNumber === null) return null
  const standing = others.find((one) => isSameReport(one, issued) && one.replacedByNumber === null)
  return (
    <Notice
      tone="warn"
      title={`Replaced by issue ${issued.replacedByNumber}`}
      {...(standing
        ? {
            action: <LinkButton to={`/reports/issued/${standing.id}`}>Open issue {standing.number}</LinkButton>,
          }
        : {})}
    >
      It is kept as it was, because somebody may have acted on it.
    </Notice>
  )
}

function IssuedFacts({ issued }: Pick<IssuedReportProps, 'issued'>) {
  return (
    <Block>
      <DefinitionList
        items={[
          { term: 'Issued', value: formatDay(issued.issuedOn as Day) },
          { term: 'By', value: issued.issuedByName ?? 'Not recorded' },
          ...(issued.reason === null ? [] : [{ term: 'Why it was issued again', value: issued.reason }]),
        ]}
      />
      <details className="checksums">
        <summary>Checksums of its files</summary>
        <DefinitionList
          items={issued.files.map(({ format, sha256 }) => ({
            term: `SHA-256 of the ${formatNames[format]}`,
            value: sha256,
          }))}
        />
      </details>
    </Block>
  )
}
