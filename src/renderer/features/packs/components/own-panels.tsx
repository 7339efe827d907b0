import {
  zOwnAcronym,
  zOwnLink,
  zOwnTerm,
  type ListedAcronym,
  type ListedLink,
  type ListedTerm,
} from '../../../../shared/features/packs/library'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { useWrite } from '../../../lib/contract-client'

interface PanelProps<T> {
  /** The school's own entry that is changed; undefined for a new one. */
  readonly entry: T | undefined
  readonly onClose: () => void
}

/** Adds or changes an acronym of the school's own. */
export function AcronymPanel({ entry, onClose }: PanelProps<ListedAcronym>) {
  return (
    <SidePanel title={entry === undefined ? 'Add an acronym' : `Change ${entry.acronym}`} isOpen onClose={onClose}>
      <AcronymForm entry={entry} onClose={onClose} />
    </SidePanel>
  )
}

function AcronymForm({ entry, onClose }: PanelProps<ListedAcronym>) {
  const form = useZodForm(zOwnAcronym, {
    id: entry?.id ?? null,
    acronym: entry?.acronym ?? '',
    meaning: entry?.meaning ?? '',
    note: entry?.note ?? '',
  })
  const draft = useDraft(form, 'library.acronym', entry?.id ?? 'new')
  const save = useWrite('library.saveAcronym', { saved: 'Acronym saved' })
  return (
    <Form form={form} draft={draft} label="Acronym" onSubmit={(values) => save.send(values)} onSaved={onClose}>
      <DraftNotice draft={draft} />
      <TextField name="acronym" label="Acronym" width="short" maxLength={20} isRequired autoFocus />
      <TextField name="meaning" label="What it stands for" maxLength={300} isRequired />
      <TextArea name="note" label="Note" hint="Who uses it here, or what it is mixed up with" rows={3} />
      <FormActions submit="Save the acronym" isBusy={save.isSending} onCancel={onClose} />
    </Form>
  )
}

/** Adds or changes a word of the school's own. */
export function TermPanel({ entry, onClose }: PanelProps<ListedTerm>) {
  return (
    <SidePanel title={entry === undefined ? 'Add a word' : `Change ${entry.term}`} isOpen onClose={onClose}>
      <TermForm entry={entry} onClose={onClose} />
    </SidePanel>
  )
}

function TermForm({ entry, onClose }: PanelProps<ListedTerm>) {
  const form = useZodForm(zOwnTerm, {
    id: entry?.id ?? null,
    term: entry?.term ?? '',
    meaning: entry?.meaning ?? '',
  })
  const draft = useDraft(form, 'library.term', entry?.id ?? 'new')
  const save = useWrite('library.saveTerm', { saved: 'Word saved' })
  return (
    <Form form={form} draft={draft} label="Word" onSubmit={(values) => save.send(values)} onSaved={onClose}>
      <DraftNotice draft={draft} />
      <TextField
        name="term"
        label="Word"
        hint="A word that is there already gets your school’s meaning in place of the one it has"
        maxLength={300}
        isRequired
        autoFocus
      />
      <TextArea name="meaning" label="What it means in your school" rows={6} isRequired />
      <FormActions submit="Save the word" isBusy={save.isSending} onCancel={onClose} />
    </Form>
  )
}

/** Adds or changes an address of the school's own. */
export function LinkPanel({ entry, onClose }: PanelProps<ListedLink>) {
  return (
    <SidePanel title={entry === undefined ? 'Add a link' : `Change ${entry.title}`} isOpen onClose={onClose}>
      <LinkForm entry={entry} onClose={onClose} />
    </SidePanel>
  )
}

function LinkForm({ entry, onClose }: PanelProps<ListedLink>) {
  const form = useZodForm(zOwnLink, {
    id: entry?.id ?? null,
    title: entry?.title ?? '',
    url: entry?.url ?? '',
    about: entry?.about ?? '',
  })
  const draft = useDraft(form, 'library.link', entry?.id ?? 'new')
  const save = useWrite('library.saveLink', { saved: 'Link saved' })
  return (
    <Form form={form} draft={draft} label="Link" onSubmit={(values) => save.send(values)} onSaved={onClose}>
      <DraftNotice draft={draft} />
      <TextField name="title" label="Name of the page" maxLength={300} isRequired autoFocus />
      <TextField name="url" label="Address" hint="Copied from your browser; it begins with https://" isRequired />
      <TextArea name="about" label="What it is for" rows={4} isRequired />
      <FormActions submit="Save the link" isBusy={save.isSending} onCancel={onClose} />
    </Form>
  )
}
