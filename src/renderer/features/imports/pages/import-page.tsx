import { useEffect, useRef, type ReactNode } from 'react'
import { Notice } from '../../../components/notice'
import { PageHead } from '../../../components/page-head'
import { Steps } from '../../../components/steps'
import { announce } from '../../../lib/announcer'
import { failureSentence } from '../../../lib/sentence'
import { ChooseStep } from '../components/choose-step'
import { ColumnsStep } from '../components/columns-step'
import { DoneStep } from '../components/done-step'
import { PreviewStep } from '../components/preview-step'
import { useImport, type ImportFlow, type Step } from '../use-import'
import { importWords, type ImportWords, type WizardKind } from '../words'
import { ReadingProgress } from '../components/reading-progress'
import '../components/import.css'

export function StaffImportPage() {
  return <ImportPage kind="staff" />
}

export function LedgerImportPage() {
  return <ImportPage kind="ledger" />
}

export function RequestsImportPage() {
  return <ImportPage kind="requests" />
}

export function CatalogueImportPage() {
  return <ImportPage kind="catalogue" />
}

const steps: readonly { readonly key: Step; readonly title: string }[] = [
  { key: 'choose', title: 'Choose the file' },
  { key: 'columns', title: 'Match the columns' },
  { key: 'preview', title: 'Look it over' },
  { key: 'done', title: 'Done' },
]

/** A file on its way into the binder: chosen, matched, looked over, and kept in one change that can be taken back. */
function ImportPage({ kind }: { readonly kind: WizardKind }) {
  const flow = useImport(kind)
  const words = importWords[kind]
  const current = steps.findIndex((step) => step.key === flow.step)
  return (
    <>
      <PageHead title={words.title} about={words.about} trail={[{ title: words.homeTitle, to: words.home }]} />
      <Steps steps={steps.map((step) => step.title)} current={current} />
      <StepFrame step={flow.step} part={flow.plan} title={steps[current]?.title ?? ''}>
        {flow.failure && (
          <Notice tone="bad" title="This did not work">
            {failureSentence(flow.failure)}
          </Notice>
        )}
        <ReadingProgress flow={flow} />
        <StepContent flow={flow} words={words} kind={kind} />
      </StepFrame>
    </>
  )
}

interface StepContentProps {
  readonly flow: ImportFlow
  readonly words: ImportWords
  readonly kind: WizardKind
}

function StepContent({ flow, words, kind }: StepContentProps) {
  if (flow.step === 'choose') return <ChooseStep flow={flow} words={words} />
  if (flow.step === 'columns' && flow.looked) return <ColumnsStep flow={flow} looked={flow.looked} kind={kind} />
  if (flow.step === 'preview' && flow.plan) return <PreviewStep flow={flow} plan={flow.plan} words={words} />
  if (flow.step === 'done' && flow.done) return <DoneStep flow={flow} done={flow.done} words={words} />
  return null
}

/** A step takes the focus when it comes, so that the keyboard and the reader begin at its top. */
function StepFrame({
  step,
  part,
  title,
  children,
}: {
  readonly step: Step
  /** What the step is of: another plan (of the school that was chosen) is drawn anew. */
  readonly part: unknown
  readonly title: string
  readonly children: ReactNode
}) {
  const frame = useRef<HTMLElement>(null)
  const last = useRef({ step, part })
  useEffect(() => {
    if (last.current.step === step && last.current.part === part) return
    last.current = { step, part }
    announce(title)
    frame.current?.focus({ preventScroll: true })
    frame.current?.closest('main')?.scrollTo({ top: 0 })
  }, [step, part, title])
  return (
    <section className="import-step" ref={frame} tabIndex={-1} aria-label={title}>
      {children}
    </section>
  )
}
