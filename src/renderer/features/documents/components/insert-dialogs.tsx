import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { FieldValue } from '../../../../shared/features/documents/model'
import { tableFields } from '../../../../shared/features/packs/merge-fields'
import { zLinkAddress } from '../../../../shared/kernel/rich-text'
import { Button } from '../../../components/button'
import { Dialog, DialogActions } from '../../../components/dialog'
import { SearchField } from '../../../components/fields/search-field'
import { TextField } from '../../../components/fields/text-field'
import { useRead } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { comesWithApproval } from '../words'
import { allFacts } from '../lib/typed-field'
import type { Place } from '../lib/use-writing'
import { NotePanel } from './notes'

export type Inserted = 'fact' | 'gap' | 'link' | 'note'

export interface InsertDialogsProps {
  readonly editor: Editor
  readonly what: Inserted | undefined
  readonly documentId: string
  /** The section that is written in. */
  readonly place: Place | undefined
  readonly onClose: () => void
}

/** Asks what is to be put in at the cursor. */
export function InsertDialogs({ what, place, ...props }: InsertDialogsProps) {
  if (what === undefined) return null
  if (what === 'note') return place === undefined ? null : <NoteOnPassage place={place} {...props} />
  if (what === 'fact') return <FactDialog {...props} />
  return what === 'gap' ? <GapDialog {...props} /> : <LinkDialog {...props} />
}

type DialogProps = Omit<InsertDialogsProps, 'what' | 'place'>

/** A note on the words that are marked. */
function NoteOnPassage({ place, editor, onClose }: DialogProps & { readonly place: Place }) {
  // Taken once: the panel has the focus afterwards.
  const [quote] = useState(() => {
    const { from, to } = editor.state.selection
    return editor.state.doc.textBetween(from, to, ' ')
  })
  return <NotePanel sectionId={place.sectionId} title={place.title} quote={quote} onClose={onClose} />
}

/** Puts something in, and goes back to the text once the dialog has given the focus back. */
function putIn(editor: Editor, run: () => void, onClose: () => void): void {
  run()
  onClose()
  requestAnimationFrame(() => requestAnimationFrame(() => editor.commands.focus()))
}

function FactDialog({ editor, documentId, onClose }: DialogProps) {
  const read = useRead('documents.fields', { id: documentId })
  const [words, setWords] = useState('')
  const known = new Map((read.data?.values ?? []).map((value) => [value.name, value]))
  const shown = allFacts.filter(({ title }) => title.toLowerCase().includes(words.trim().toLowerCase()))
  const choose = (name: string) => {
    const type = Object.hasOwn(tableFields, name) ? 'tableField' : 'mergeField'
    putIn(editor, () => editor.chain().insertContent({ type, attrs: { name } }).run(), onClose)
  }
  return (
    <Dialog title="Put in a fact of the school" isOpen onClose={onClose}>
      <SearchField
        label="Find a fact"
        value={words}
        onChange={setWords}
        autoFocus
        onEnter={() => {
          const [first] = shown
          if (first) choose(first.name)
        }}
      />
      <ListBox
        className="doc-facts-list"
        aria-label="Facts"
        items={shown.map((fact) => ({ ...fact, id: fact.name }))}
        renderEmptyState={() => `Nothing fits “${words}”.`}
        onAction={(key) => choose(String(key))}
      >
        {(fact) => (
          <ListBoxItem id={fact.name} textValue={fact.title}>
            <span>{fact.title}</span>
            <small>{presentValue(fact.name, known.get(fact.name), fact.isTable)}</small>
          </ListBoxItem>
        )}
      </ListBox>
    </Dialog>
  )
}

function presentValue(name: string, value: FieldValue | undefined, isTable: boolean): string {
  if (value === undefined) return ''
  if (isTable)
    return value.table
      ? `A table of ${plural(value.table.rows.length, 'row', 'rows')}`
      : 'A table, not recorded yet'
  return value.text ?? (comesWithApproval(name) ? 'Comes with the approval' : 'Not recorded yet')
}

function GapDialog({ editor, onClose }: DialogProps) {
  const [hint, setHint] = useState('')
  const [isAsked, setAsked] = useState(false)
  const words = hint.trim()
  const insert = () => {
    if (words === '') return setAsked(true)
    putIn(
      editor,
      () =>
        editor
          .chain()
          .insertContent({ type: 'gap', attrs: { hint: words } })
          .run(),
      onClose,
    )
  }
  return (
    <Dialog title="Put in a gap" isOpen onClose={onClose}>
      <TextField
        label="What is to be written here?"
        value={hint}
        onChange={(text) => setHint(text ?? '')}
        error={isAsked && words === '' ? 'Say what is missing.' : undefined}
      />
      <DialogActions>
        <Button onPress={onClose}>Cancel</Button>
        <Button kind="primary" onPress={insert}>
          Put in the gap
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function LinkDialog({ editor, onClose }: DialogProps) {
  const present = String(editor.getAttributes('link')['href'] ?? '')
  const [address, setAddress] = useState(present)
  const [isAsked, setAsked] = useState(false)
  const isAddress = zLinkAddress.safeParse(address.trim()).success
  const insert = () => {
    if (!isAddress) return setAsked(true)
    putIn(editor, () => link(editor, address.trim()), onClose)
  }
  return (
    <Dialog title="Link" isOpen onClose={onClose}>
      <TextField
        label="Address"
        hint="It begins with https:// or mailto:"
        value={address}
        onChange={(text) => setAddress(text ?? '')}
        error={isAsked && !isAddress ? 'Write an address that begins with https:// or mailto:' : undefined}
      />
      <DialogActions>
        <Button onPress={onClose}>Cancel</Button>
        {present !== '' && (
          <Button
            onPress={() => putIn(editor, () => editor.chain().extendMarkRange('link').unsetLink().run(), onClose)}
          >
            Take the link away
          </Button>
        )}
        <Button kind="primary" onPress={insert}>
          Link to it
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** The marked words become the link; without any, the address stands in the text. */
function link(editor: Editor, href: string): void {
  const isNothingMarked = editor.state.selection.empty && !editor.isActive('link')
  if (isNothingMarked)
    editor
      .chain()
      .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
      .run()
  else editor.chain().extendMarkRange('link').setLink({ href }).run()
}
