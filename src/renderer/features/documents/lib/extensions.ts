/** What the editor can hold: the nodes and marks of the tree, and no others. Whatever else is pasted loses its shape, not its words. */
import type { Extensions } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
import { zLinkAddress } from '../../../../shared/kernel/rich-text'
import { Gap, MergeField, TableField } from './field-nodes'
import type { FieldStore } from './field-store'

// The tree knows no joined cells: a joined cell that is pasted becomes one cell, and the table fills its row up.
const cell = {
  content: 'paragraph+',
  addAttributes: () => ({
    colspan: { default: 1, parseHTML: () => 1 },
    rowspan: { default: 1, parseHTML: () => 1 },
    colwidth: { default: null, parseHTML: () => null },
  }),
}

/** The editor's parts; `fields` gives merge fields their values. */
export function extensionsFor(fields: FieldStore): Extensions {
  return [
    StarterKit.configure({
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      horizontalRule: false,
      // Level 2 is the heading of a section, which has a field of its own.
      heading: { levels: [3, 4] },
      link: {
        openOnClick: false,
        defaultProtocol: 'https',
        isAllowedUri: (address) => zLinkAddress.safeParse(address).success,
        HTMLAttributes: { target: null, rel: null },
      },
    }),
    // Drawn without the widths that its own way writes into a style attribute, which the content policy forbids.
    Table.extend({ renderHTML: () => ['table', ['tbody', 0]] }),
    TableRow,
    // A head cell that is still empty would be a heading without words to a screen reader; when it is read it is a heading.
    TableHeader.extend({
      ...cell,
      parseHTML: () => [{ tag: 'th' }, { tag: 'td[data-head]', priority: 60 }],
      renderHTML: () => ['td', { 'data-head': '' }, 0],
    }),
    TableCell.extend(cell),
    MergeField.configure({ fields }),
    TableField.configure({ fields }),
    Gap,
  ]
}
