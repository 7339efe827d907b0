import type { ChainedCommands, Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Bold, Heading3, Heading4, Italic, List, ListOrdered, Search, TextQuote } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { ToggleButton, Toolbar } from 'react-aria-components'
import { Button } from '../../../components/button'
import { MenuButton, type MenuAction } from '../../../components/menu-button'
import { failureSentence } from '../../../lib/sentence'
import type { SavingState, Writing } from '../lib/use-writing'
import { InsertDialogs, type Inserted } from './insert-dialogs'
import { SelectedPiece } from './selected-piece'
import './editor-bar.css'

export interface EditorBarProps {
  readonly editor: Editor | null
  readonly isDraft: boolean
  readonly writing: Writing
  readonly documentId: string
  readonly onFind: () => void
  readonly onDone: () => void
  /** The row for finding, where it is open. */
  readonly children: ReactNode
}

/** Stands above the sections as one moves down: how the text is set, what can be put in, whether it is saved. */
export function EditorBar({ editor, isDraft, writing, documentId, onFind, onDone, children }: EditorBarProps) {
  const [inserted, setInserted] = useState<Inserted | undefined>(undefined)
  return (
    <div className="doc-bar" data-find="no">
      <div className="doc-bar-row">
        {isDraft && <FormatTools editor={editor} onInsert={setInserted} />}
        <span className="doc-bar-end">
          {isDraft && <SavedMark state={writing.state} isOpen={writing.place !== undefined} />}
          {writing.place !== undefined && (
            <Button size="small" onPress={onDone}>
              Done
            </Button>
          )}
          <Button size="small" kind="quiet" icon={<Search aria-hidden="true" />} onPress={onFind}>
            Find
          </Button>
        </span>
      </div>
      {children}
      {writing.state.kind === 'failed' && (
        <p className="doc-bar-failure" role="alert">
          Not saved. {failureSentence(writing.state.failure)} What you typed is kept as a draft.{' '}
          <Button size="small" onPress={() => void writing.saveNow()}>
            Try again
          </Button>
        </p>
      )}
      {editor !== null && <SelectedPiece editor={editor} />}
      {editor !== null && (
        <InsertDialogs
          editor={editor}
          what={inserted}
          documentId={documentId}
          place={writing.place}
          onClose={() => setInserted(undefined)}
        />
      )}
    </div>
  )
}

function SavedMark({ state, isOpen }: { readonly state: SavingState; readonly isOpen: boolean }) {
  if (!isOpen && state.kind === 'saved')
    return <span className="doc-bar-state doc-bar-hint">Click in the text to write.</span>
  const words = { saved: 'Saved', unsaved: 'Kept as a draft', saving: 'Saving…', failed: 'Not saved' }[state.kind]
  return <span className="doc-bar-state">{words}</span>
}

interface Tool {
  readonly key: string
  readonly label: string
  readonly keys?: string
  readonly icon: ReactNode
  readonly isOn: (editor: Editor) => boolean
  readonly run: (chain: ChainedCommands) => ChainedCommands
}

const icon = { 'aria-hidden': true } as const
const tools: readonly Tool[] = [
  {
    key: 'bold',
    label: 'Bold',
    keys: 'Ctrl+B',
    icon: <Bold {...icon} />,
    isOn: (editor) => editor.isActive('bold'),
    run: (chain) => chain.toggleBold(),
  },
  {
    key: 'italic',
    label: 'Italic',
    keys: 'Ctrl+I',
    icon: <Italic {...icon} />,
    isOn: (editor) => editor.isActive('italic'),
    run: (chain) => chain.toggleItalic(),
  },
  {
    key: 'heading-3',
    label: 'Heading',
    keys: 'Ctrl+Alt+3',
    icon: <Heading3 {...icon} />,
    isOn: (editor) => editor.isActive('heading', { level: 3 }),
    run: (chain) => chain.toggleHeading({ level: 3 }),
  },
  {
    key: 'heading-4',
    label: 'Smaller heading',
    keys: 'Ctrl+Alt+4',
    icon: <Heading4 {...icon} />,
    isOn: (editor) => editor.isActive('heading', { level: 4 }),
    run: (chain) => chain.toggleHeading({ level: 4 }),
  },
  {
    key: 'bullets',
    label: 'List',
    keys: 'Ctrl+Shift+8',
    icon: <List {...icon} />,
    isOn: (editor) => editor.isActive('bulletList'),
    run: (chain) => chain.toggleBulletList(),
  },
  {
    key: 'numbers',
    label: 'Numbered list',
    keys: 'Ctrl+Shift+7',
    icon: <ListOrdered {...icon} />,
    isOn: (editor) => editor.isActive('orderedList'),
    run: (chain) => chain.toggleOrderedList(),
  },
  {
    key: 'quote',
    label: 'Quotation',
    keys: 'Ctrl+Shift+B',
    icon: <TextQuote {...icon} />,
    isOn: (editor) => editor.isActive('blockquote'),
    run: (chain) => chain.toggleBlockquote(),
  },
]

interface FormatToolsProps {
  readonly editor: Editor | null
  readonly onInsert: (what: Inserted) => void
}

function FormatTools({ editor, onInsert }: FormatToolsProps) {
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      now === null
        ? null
        : { on: tools.filter((tool) => tool.isOn(now)).map(({ key }) => key), isInTable: now.isActive('table') },
  })
  return (
    <Toolbar className="doc-tools" aria-label="Writing (Alt+F10)">
      {tools.map((tool) => (
        <ToggleButton
          key={tool.key}
          className="btn btn-icon doc-tool"
          aria-label={tool.label}
          isDisabled={editor === null}
          isSelected={state?.on.includes(tool.key) ?? false}
          onChange={() => editor !== null && tool.run(editor.chain().focus()).run()}
          render={(domProps) => <button {...domProps} type="button" title={titleOf(tool)} />}
        >
          {tool.icon}
        </ToggleButton>
      ))}
      {editor !== null && (
        <>
          <MenuButton label="Table" items={tableActions(editor, state?.isInTable ?? false)} />
          <MenuButton
            label="Put in"
            items={[
              { key: 'fact', title: 'A fact of the school', onAction: () => onInsert('fact') },
              { key: 'gap', title: 'A gap to be filled', onAction: () => onInsert('gap') },
              { key: 'link', title: 'A link', onAction: () => onInsert('link') },
              { key: 'note', title: 'A note to yourself', onAction: () => onInsert('note') },
            ]}
          />
        </>
      )}
    </Toolbar>
  )
}

function titleOf({ label, keys }: Tool): string {
  return keys === undefined ? label : `${label} (${keys})`
}

function tableActions(editor: Editor, isInTable: boolean): MenuAction[] {
  const act = (key: string, title: string, run: (chain: ChainedCommands) => ChainedCommands, isDanger = false) => ({
    key,
    title,
    isDanger,
    onAction: () => {
      // The menu gives the focus back to its button first.
      requestAnimationFrame(() => run(editor.chain().focus()).run())
    },
  })
  if (!isInTable)
    return [
      act('insert', 'Put in a table of 3 columns', (chain) =>
        chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
      ),
    ]
  return [
    act('row', 'Add a row below', (chain) => chain.addRowAfter()),
    act('row-above', 'Add a row above', (chain) => chain.addRowBefore()),
    act('column', 'Add a column to the right', (chain) => chain.addColumnAfter()),
    act('column-before', 'Add a column to the left', (chain) => chain.addColumnBefore()),
    act('remove-row', 'Remove this row', (chain) => chain.deleteRow()),
    act('remove-column', 'Remove this column', (chain) => chain.deleteColumn()),
    act('remove', 'Remove the table', (chain) => chain.deleteTable(), true),
  ]
}
