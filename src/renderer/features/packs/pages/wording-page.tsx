import { useDeferredValue } from 'react'
import { useWatch } from 'react-hook-form'
import { zOwnWording, type WordedKind, type Wording } from '../../../../shared/features/packs/library'
import { isMarkdownKind, readWording } from '../../../../shared/features/packs/wording'
import { fromSentence } from '../../../../shared/features/packs/words'
import { LinkButton } from '../../../components/button'
import { DraftNotice, useDraft } from '../../../components/draft'
import { EmptyState } from '../../../components/empty-state'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { RichTextView } from '../../../components/rich-text-view'
import { useRead, useWrite } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import { placeOf } from '../lib/places'
import { useWordedText } from '../lib/use-worded-text'
import '../components/wording.css'

/** Words a text of the library as the school would say it. */
export function WordingPage() {
  const text = useWordedText()
  if (text === undefined) return <NotWorded />
  return <OneText kind={text.kind} id={text.id} />
}

function NotWorded() {
  return (
    <>
      <PageHead title="Our own wording" trail={[{ title: 'Library', to: '/library' }]} />
      <EmptyState
        title="This is read as it is"
        about="Guides, case studies, checklists and questions can be worded anew. What a role asks is shared out under Responsibilities."
        primary={<LinkButton to="/library">Back to the library</LinkButton>}
      />
    </>
  )
}

function OneText({ kind, id }: { readonly kind: WordedKind; readonly id: string }) {
  const read = useRead('library.wording', { kind, id })
  return <ReadState read={read}>{(wording) => <Worded key={`${kind} ${id}`} wording={wording} />}</ReadState>
}

function Worded({ wording }: { readonly wording: Wording }) {
  const { kind, id, from } = wording
  const place = placeOf(wording)
  const form = useZodForm(zOwnWording, {
    kind,
    id,
    title: wording.title,
    summary: wording.summary,
    text: wording.text,
  })
  const draft = useDraft(form, 'library.wording', `${kind} ${id}`)
  const save = useWrite('library.saveWording', {
    saved: ({ isOurs }) => (isOurs ? 'Our wording saved' : 'It reads as theirs again, so theirs is shown'),
  })
  return (
    <>
      <PageHead
        title={`Our own wording: ${wording.title}`}
        about="What you write is shown in the place of the pack’s text, found, printed and saved as PDF and Word. You can go back to theirs at any time."
        trail={[
          { title: 'Library', to: '/library' },
          { title: wording.title, to: place },
        ]}
      />
      <p className="quiet-text">{fromSentence(from)}</p>
      <Form
        form={form}
        draft={draft}
        label="Our own wording"
        onSubmit={(values) => save.send(values)}
        onSaved={() => navigate(place)}
      >
        <DraftNotice draft={draft} />
        <div className="wording">
          <div className="wording-written">
            <TextField name="title" label="Title" isRequired />
            <TextArea name="summary" label="In a sentence or two" rows={3} isRequired />
            <TextArea name="text" label="Text" hint={hintOf(kind)} rows={20} isRequired />
          </div>
          <Preview kind={kind} />
        </div>
        <FormActions submit="Save our wording" cancelTo={place} />
      </Form>
    </>
  )
}

function hintOf(kind: WordedKind): string {
  return isMarkdownKind(kind)
    ? 'Leave an empty line between paragraphs. ## begins a heading, a hyphen or 1. a list; **bold**, *italic*, [words](https://address). A table keeps its lines with |.'
    : 'One point on a line, what helps with it on the line beneath, an empty line before the next point.'
}

/** What is written, as it will be read. */
function Preview({ kind }: { readonly kind: WordedKind }) {
  const written = useWatch<{ text: string | null }>({ name: 'text' }) ?? ''
  const text = readWording(kind, useDeferredValue(written))
  return (
    <section className="wording-preview" aria-label="As it will be read">
      <h2>As it will be read</h2>
      <RichTextView text={text} topLevel={3} />
    </section>
  )
}
