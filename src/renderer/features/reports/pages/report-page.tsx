import { Download, Printer } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useParams } from 'wouter'
import {
  reportKinds,
  zReportKind,
  type Issued,
  type ReportAsk,
  type ReportKind,
} from '../../../../shared/features/reports/model'
import { yearName } from '../../../../shared/kernel/years'
import { Button, LinkButton } from '../../../components/button'
import { CheckBox } from '../../../components/fields/check-box'
import { MenuButton } from '../../../components/menu-button'
import { Notice } from '../../../components/notice'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Tabs } from '../../../components/tabs'
import { toast } from '../../../components/toast'
import { YearPicker } from '../../../components/year-picker'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { useQueryParam } from '../../../lib/navigation'
import { failureSentence } from '../../../lib/sentence'
import { useYearAsked } from '../../../lib/year-param'
import { IssuePanel } from '../components/issue-panel'
import { PdfPreview } from '../components/pdf-preview'
import { ReportOnScreen } from '../../../components/report-on-screen'
import { ReportTexts } from '../components/report-texts'
import { UnsavedTexts } from '../components/unsaved-texts'
import { areTextsUnsaved } from '../lib/unsaved-texts'
import './report-page.css'

/** One report for a chosen year: its printed pages, its texts, its figures; print it, save it, issue it. */
export function ReportPage() {
  const params = useParams<{ kind: string }>()
  const kind = zReportKind.safeParse(params.kind)
  const years = useRead('reports.years', {})
  if (!kind.success)
    return <PageHead title="There is no such report" trail={[{ title: 'Reports', to: '/reports' }]} />
  return (
    <ReadState read={years}>{(data) => <ReportOfYear key={kind.data} kind={kind.data} years={data} />}</ReadState>
  )
}

function ReportOfYear({ kind, years }: { readonly kind: ReportKind; readonly years: OutputFor<'reports.years'> }) {
  const [year, setYear] = useYearAsked(years)
  const [names, setNames] = useState(false)
  const [view, setView] = useQueryParam('view')
  const ask: ReportAsk = { kind, year, options: { names } }
  const withUnsaved = (pages: ReactNode) => (
    <>
      <UnsavedTexts ask={ask} />
      {pages}
    </>
  )
  return (
    <>
      <ReportHead ask={ask} />
      <div className="report-controls">
        <YearPicker
          value={year}
          onChange={setYear}
          years={year.kind === 'academic' ? years.academic : years.financial}
          regimes={years.regimes}
        />
        <CheckBox
          label="Name people"
          hint="Off for anything that leaves the school"
          value={names}
          onChange={(next) => setNames(next === true)}
        />
      </div>
      <Tabs
        label="Views of the report"
        selected={view ?? 'pages'}
        onSelect={(key) => setView(key === 'pages' ? undefined : key)}
        tabs={[
          { key: 'pages', title: 'Printed pages', content: withUnsaved(<Pages ask={ask} />) },
          { key: 'texts', title: 'Your texts', content: <Texts ask={ask} /> },
          { key: 'screen', title: 'On screen', content: withUnsaved(<OnScreen ask={ask} />) },
        ]}
      />
    </>
  )
}

function useStandingIssue({ kind, year }: ReportAsk): Issued | undefined {
  const issued = useRead('reports.issued', {})
  const isThis = (one: Issued): boolean =>
    one.kind === kind && one.year.kind === year.kind && one.year.startYear === year.startYear
  return issued.data?.issued.find((one) => isThis(one) && one.replacedByNumber === null)
}

function ReportHead({ ask }: { readonly ask: ReportAsk }) {
  const [isIssuing, setIssuing] = useState(false)
  const standing = useStandingIssue(ask)
  return (
    <>
      <PageHead
        title={`${reportKinds[ask.kind].title}, ${yearName(ask.year)}`}
        about={reportKinds[ask.kind].about}
        trail={[{ title: 'Reports', to: '/reports' }]}
        secondary={<PrintAndSave ask={ask} />}
        primary={
          <Button kind="primary" onPress={() => setIssuing(true)}>
            {standing ? 'Issue a correction' : 'Issue the report'}
          </Button>
        }
      />
      {standing && (
        <Notice
          tone="info"
          title={`Issue ${standing.number} of this report stands`}
          action={<LinkButton to={`/reports/issued/${standing.id}`}>Open issue {standing.number}</LinkButton>}
        >
          What you see here is made from today’s records and may differ from it.
        </Notice>
      )}
      <IssuePanel ask={ask} standing={standing} isOpen={isIssuing} onClose={() => setIssuing(false)} />
    </>
  )
}

const saveFormats = [
  ['pdf', 'PDF'],
  ['docx', 'Word document'],
  ['xlsx', 'Excel workbook'],
  ['csv', 'CSV'],
] as const

/** Draws or writes the report, unless it would leave out words that were typed: then it says so. */
async function unlessTextsUnsaved(ask: ReportAsk, send: () => Promise<unknown>): Promise<void> {
  if (await areTextsUnsaved(ask))
    toast({ text: failureSentence({ ok: false, code: 'report.texts-left-out' }), tone: 'bad' })
  else await send()
}

function PrintAndSave({ ask }: { readonly ask: ReportAsk }) {
  const print = useWrite('reports.print', { toastFailure: true })
  const write = useWrite('reports.export', {
    saved: ({ fileName }) => `Saved as ${fileName}`,
    undo: false,
    toastFailure: true,
  })
  return (
    <>
      <Button
        icon={<Printer aria-hidden="true" />}
        isBusy={print.isSending}
        onPress={() => void unlessTextsUnsaved(ask, () => print.send(ask))}
      >
        Print
      </Button>
      <MenuButton
        label="Save as"
        icon={<Download aria-hidden="true" />}
        items={saveFormats.map(([format, title]) => ({
          key: format,
          title,
          onAction: () => void unlessTextsUnsaved(ask, () => write.send({ ...ask, format })),
        }))}
      />
    </>
  )
}

/** Pages of another year never stand under this year's title while its own are being drawn. */
function Pages({ ask }: { readonly ask: ReportAsk }) {
  const preview = useRead('reports.preview', ask)
  if (preview.isPending)
    return <output className="report-preparing">Preparing the pages of {yearName(ask.year)}…</output>
  return (
    <ReadState read={preview}>
      {({ pdf }) => <PdfPreview pdf={pdf} title={reportKinds[ask.kind].title} />}
    </ReadState>
  )
}

function Texts({ ask }: { readonly ask: ReportAsk }) {
  const gathered = useRead('reports.gather', ask)
  return (
    <ReadState read={gathered}>
      {({ texts, proposedSteps }) => (
        <ReportTexts
          key={`${ask.year.kind}.${ask.year.startYear}`}
          kind={ask.kind}
          year={ask.year}
          texts={texts}
          proposed={proposedSteps}
        />
      )}
    </ReadState>
  )
}

function OnScreen({ ask }: { readonly ask: ReportAsk }) {
  const gathered = useRead('reports.gather', ask, { keepPrevious: true })
  return <ReadState read={gathered}>{({ report }) => <ReportOnScreen report={report} />}</ReadState>
}
