import { Pencil } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { DocumentComment, DocumentSection } from '../../../../shared/features/documents/model'
import type { RichText } from '../../../../shared/kernel/rich-text'
import { Button } from '../../../components/button'
import { MenuButton } from '../../../components/menu-button'
import { RichTextView } from '../../../components/rich-text-view'
import { SectionNotes } from './notes'

export type SectionAction = 'write' | 'rename' | 'up' | 'down' | 'leave-out' | 'take-in' | 'add' | 'note' | 'remove'

export interface SectionBlockProps {
  readonly section: DocumentSection
  /** What is noted beside it and not done yet. */
  readonly notes: readonly DocumentComment[]
  readonly isFirst: boolean
  readonly isLast: boolean
  /** False while the document is handed in or approved. */
  readonly isDraft: boolean
  /** Room for guidance beside the text. */
  readonly isWide: boolean
  readonly onAction: (section: DocumentSection, action: SectionAction) => void
  /** The editor, where this section is open for writing. */
  readonly editor?: ReactNode
}

/** One section: its heading, its text, what the template says about writing it, and what can be done with it. */
export const SectionBlock = memo(function SectionBlock(props: SectionBlockProps) {
  const { section, notes, isDraft, isWide, editor } = props
  const className = ['doc-section', section.isLeftOut ? 'doc-section-out' : ''].filter(Boolean).join(' ')
  const headingId = `section-${section.id}`
  return (
    <section className={className} aria-labelledby={headingId} data-section-id={section.id}>
      <div className="doc-column">
        <div className={editor === undefined ? 'doc-section-head' : 'doc-section-head visually-hidden'}>
          <h2 id={headingId}>{section.title}</h2>
          {isDraft && editor === undefined && <SectionActions {...props} />}
        </div>
        {section.isLeftOut && (
          <p className="doc-out-words">
            Not for us: {section.leftOutReason ?? 'no reason given'}. It is left out of what is printed.
          </p>
        )}
        {!isWide && <FoldedGuidance guidance={section.guidance} />}
        {editor ?? (section.isLeftOut ? null : <SectionText section={section} isDraft={isDraft} />)}
        <SectionNotes notes={notes} title={section.title} />
      </div>
      {isWide && section.guidance !== null && (
        <aside className="doc-guidance" aria-label={`Guidance: ${section.title}`} data-find="no">
          <RichTextView text={section.guidance} />
        </aside>
      )}
    </section>
  )
})

function SectionText({ section, isDraft }: { readonly section: DocumentSection; readonly isDraft: boolean }) {
  if (section.body.content.some((block) => block.type !== 'paragraph' || block.content !== undefined))
    return (
      <div className={isDraft ? 'doc-body doc-body-open' : 'doc-body'}>
        <RichTextView text={section.body} />
      </div>
    )
  return <p className="doc-body doc-body-open doc-empty">Nothing is written here yet.</p>
}

function FoldedGuidance({ guidance }: { readonly guidance: RichText | null }) {
  if (guidance === null) return null
  return (
    <details className="doc-guidance doc-guidance-folded" data-find="no">
      <summary>Guidance</summary>
      <RichTextView text={guidance} />
    </details>
  )
}

function SectionActions({ section, isFirst, isLast, onAction }: SectionBlockProps) {
  const act = (action: SectionAction) => () => onAction(section, action)
  const isOwn = section.key === null
  return (
    <span className="doc-section-actions" data-find="no">
      {!section.isLeftOut && (
        <Button size="small" kind="quiet" icon={<Pencil aria-hidden="true" />} onPress={act('write')}>
          Write<span className="visually-hidden"> in {section.title}</span>
        </Button>
      )}
      <MenuButton
        look="more"
        label={`More about ${section.title}`}
        items={[
          { key: 'rename', title: 'Change the heading', onAction: act('rename'), isDisabled: section.isLeftOut },
          { key: 'up', title: 'Move up', shortcut: 'Alt+Shift+↑', onAction: act('up'), isDisabled: isFirst },
          { key: 'down', title: 'Move down', shortcut: 'Alt+Shift+↓', onAction: act('down'), isDisabled: isLast },
          { key: 'add', title: 'Add a section after it', onAction: act('add') },
          { key: 'note', title: 'A note to yourself', onAction: act('note') },
          section.isLeftOut
            ? { key: 'take-in', title: 'Take it in again', onAction: act('take-in') }
            : { key: 'leave-out', title: 'Not for us', onAction: act('leave-out') },
          ...(isOwn ? [{ key: 'remove', title: 'Remove it', isDanger: true, onAction: act('remove') }] : []),
        ]}
      />
    </span>
  )
}
