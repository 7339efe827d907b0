import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { Button, TextLink } from '../../../components/button'
import { MergeField, TableField } from '../lib/field-nodes'
import type { FieldStore } from '../lib/field-store'
import { fieldLook } from '../lib/field-words'

/** The fact or the gap at which the cursor stands: what it is, where it is from, and the way there. */
export function SelectedPiece({ editor }: { readonly editor: Editor }) {
  const piece = useEditorState({ editor, selector: ({ editor: now }) => pieceAt(now) })
  if (piece === undefined) return null
  const remove = (
    <Button size="small" kind="quiet" onPress={() => editor.chain().focus().deleteSelection().run()}>
      Take it out
    </Button>
  )
  if (piece.kind === 'gap')
    return (
      <div className="doc-piece">
        <span>To be written: {piece.name}. Type, and your words take its place.</span>
        {remove}
      </div>
    )
  const look = fieldsOf(editor)?.look(piece.name) ?? fieldLook(piece.name, undefined)
  return (
    <div className="doc-piece">
      <span>{look.source}</span>
      {look.to !== null && (
        <TextLink to={look.to} strong>
          Go there
        </TextLink>
      )}
      {remove}
    </div>
  )
}

interface Piece {
  readonly kind: 'fact' | 'gap'
  readonly name: string
}

function pieceAt(editor: Editor): Piece | undefined {
  const { selection } = editor.state
  if (!(selection instanceof NodeSelection)) return undefined
  const { type, attrs } = selection.node
  if (type.name === 'gap') return { kind: 'gap', name: String(attrs['hint']) }
  const isFact = type.name === MergeField.name || type.name === TableField.name
  return isFact ? { kind: 'fact', name: String(attrs['name']) } : undefined
}

function fieldsOf(editor: Editor): FieldStore | undefined {
  const extension = editor.extensionManager.extensions.find(({ name }) => name === MergeField.name)
  return (extension?.options as { readonly fields?: FieldStore } | undefined)?.fields
}
