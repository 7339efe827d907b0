import { z } from 'zod'
import { formatDayShort } from '../../../../shared/kernel/dates'
import { zNeededText } from '../../../../shared/kernel/texts'
import type { Document, DocumentComment } from '../../../../shared/features/documents/model'
import { Button } from '../../../components/button'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { TextArea } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { Block, SectionTitle } from '../../../components/page-head'
import { Rows } from '../../../components/rows'
import { useWrite } from '../../../lib/contract-client'
import './notes.css'

/** The open notes of one section, beneath its text. */
export function SectionNotes({
  notes,
  title,
}: {
  readonly notes: readonly DocumentComment[]
  readonly title: string
}) {
  if (notes.length === 0) return null
  return (
    <ul className="doc-notes" aria-label={`Notes to yourself: ${title}`} data-find="no">
      {notes.map((note) => (
        <li key={note.id}>
          {note.quote !== null && <q>{note.quote}</q>}
          <p>{note.words}</p>
          <NoteActions note={note} />
        </li>
      ))}
    </ul>
  )
}

function NoteActions({ note }: { readonly note: DocumentComment }) {
  const change = useWrite('documents.changeComment', {
    saved: note.isDone ? 'Open again' : 'Done',
    toastFailure: true,
  })
  const remove = useWrite('documents.removeComment', { saved: 'Note removed', toastFailure: true })
  const name = <span className="visually-hidden"> ({note.words.slice(0, 60)})</span>
  return (
    <span className="doc-note-actions">
      <Button
        size="small"
        kind="quiet"
        isBusy={change.isSending}
        onPress={() => void change.send({ id: note.id, words: note.words, isDone: !note.isDone })}
      >
        {note.isDone ? 'Open again' : 'Done'}
        {name}
      </Button>
      <Button size="small" kind="quiet" isBusy={remove.isSending} onPress={() => void remove.send({ id: note.id })}>
        Remove
        {name}
      </Button>
    </span>
  )
}

/** Every note of a document, the open ones first. */
export function NotesList({ document }: { readonly document: Document }) {
  const open = document.comments.filter(({ isDone }) => !isDone)
  const done = document.comments.filter(({ isDone }) => isDone)
  const sectionOf = (note: DocumentComment) =>
    document.sections.find(({ id }) => id === note.sectionId)?.title ?? 'Section'
  const rows = (notes: readonly DocumentComment[]) =>
    notes.map((note) => ({
      key: note.id,
      title: note.words,
      about: `${sectionOf(note)}${note.quote === null ? '' : ` · “${note.quote}”`} · ${formatDayShort(note.writtenOn)}`,
      action: <NoteActions note={note} />,
    }))
  return (
    <>
      <Block>
        <SectionTitle about="For whoever writes the document. Notes are never printed, exported or approved.">
          Open notes
        </SectionTitle>
        {open.length === 0 ? (
          <p>
            None. While you write, mark a passage and choose Put in, A note to yourself; or choose it from the menu
            of a section.
          </p>
        ) : (
          <Rows label="Open notes" items={rows(open)} />
        )}
      </Block>
      {done.length > 0 && (
        <Block>
          <SectionTitle>Done</SectionTitle>
          <Rows label="Notes that are done" items={rows(done)} />
        </Block>
      )}
    </>
  )
}

export interface NotePanelProps {
  readonly sectionId: string
  readonly title: string
  /** The words that were marked; empty for the section as a whole. */
  readonly quote: string
  readonly onClose: () => void
}

const zNote = z.object({ words: zNeededText(2_000) })

/** Writes a note to oneself. */
export function NotePanel({ sectionId, title, quote, onClose }: NotePanelProps) {
  const form = useZodForm(zNote, { words: null })
  const draft = useDraft(form, 'documents.comment', sectionId)
  const add = useWrite('documents.comment', { saved: 'Noted' })
  const passage = quote.trim().slice(0, 600)
  return (
    <SidePanel title={`A note to yourself: ${title}`} isOpen onClose={onClose}>
      <Form
        form={form}
        draft={draft}
        label="A note to yourself"
        onSubmit={({ words }) => add.send({ sectionId, quote: passage === '' ? null : passage, words })}
        onSaved={onClose}
      >
        <DraftNotice draft={draft} />
        {passage !== '' && <p>About “{passage}”.</p>}
        <TextArea
          name="words"
          label="Your note"
          hint="It is never printed, exported or approved"
          rows={4}
          isRequired
        />
        <FormActions submit="Keep the note" onCancel={onClose} />
      </Form>
    </SidePanel>
  )
}
