/** The nodes of the tree that no editor has: merge fields, tables of facts, gaps. Each is one piece: taken whole or not at all. */
import { InputRule, Node } from '@tiptap/core'
import type { Node as TextNode } from '@tiptap/pm/model'
import { formatCellOf, isNumeric, type ReportTable } from '../../../../shared/kernel/report-table'
import type { FieldStore } from './field-store'

interface FieldOptions {
  readonly fields: FieldStore | undefined
}

/** One attribute as the tree has it, kept in a data attribute when text is copied. */
function kept(name: string, data: string) {
  return {
    [name]: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute(data) ?? '',
      renderHTML: (attributes: Record<string, unknown>) => ({ [data]: attributes[name] }),
    },
  }
}

function nameOf(node: TextNode): string {
  return String(node.attrs['name'])
}

/** A piece that draws itself anew when the facts have changed. */
function followedView(dom: HTMLElement, fields: FieldStore | undefined, draw: () => void) {
  draw()
  const stop = fields?.follow(draw)
  return { dom, ignoreMutation: () => true, destroy: () => stop?.() }
}

/** A fact in a line of text. */
export const MergeField = Node.create<FieldOptions>({
  name: 'mergeField',
  group: 'inline',
  inline: true,
  atom: true,
  addOptions: () => ({ fields: undefined }),
  addAttributes: () => kept('name', 'data-field'),
  parseHTML: () => [{ tag: 'span[data-field]' }],
  renderHTML({ node, HTMLAttributes }) {
    return ['span', HTMLAttributes, this.options.fields?.look(nameOf(node)).text ?? nameOf(node)]
  },
  renderText({ node }) {
    return this.options.fields?.look(nameOf(node)).text ?? nameOf(node)
  },
  addNodeView() {
    const { fields } = this.options
    return ({ node }) => {
      const dom = document.createElement('span')
      return followedView(dom, fields, () => {
        const look = fields?.look(nameOf(node))
        dom.className = `doc-field doc-field-${look?.state ?? 'unknown'}`
        dom.textContent = look?.text ?? nameOf(node)
        dom.title = look?.source ?? ''
      })
    }
  },
})

/** A table of facts, on a line of its own. */
export const TableField = Node.create<FieldOptions>({
  name: 'tableField',
  group: 'block',
  atom: true,
  addOptions: () => ({ fields: undefined }),
  addAttributes: () => kept('name', 'data-table-field'),
  parseHTML: () => [{ tag: 'div[data-table-field]' }],
  renderHTML({ node, HTMLAttributes }) {
    return ['div', HTMLAttributes, this.options.fields?.look(nameOf(node)).text ?? nameOf(node)]
  },
  addNodeView() {
    const { fields } = this.options
    return ({ node }) => {
      const dom = document.createElement('div')
      return followedView(dom, fields, () => drawTable(dom, nameOf(node), fields))
    }
  },
})

function drawTable(dom: HTMLElement, name: string, fields: FieldStore | undefined): void {
  const look = fields?.look(name)
  const table = fields?.value(name)?.table
  dom.className = 'doc-table-field'
  dom.title = look?.source ?? ''
  if (look?.state === 'value' && table) return dom.replaceChildren(tableElement(table))
  const words = document.createElement('p')
  words.className = `doc-field doc-field-${look?.state ?? 'unknown'}`
  words.textContent = look?.text ?? name
  dom.replaceChildren(words)
}

function tableElement(table: ReportTable): HTMLElement {
  const element = document.createElement('table')
  element.className = 'simple-table'
  element.createCaption().textContent = table.title
  const head = element.createTHead().insertRow()
  for (const column of table.columns) {
    const cell = document.createElement('th')
    cell.scope = 'col'
    if (isNumeric(column.kind)) cell.className = 'number'
    cell.textContent = column.title
    head.append(cell)
  }
  const body = element.createTBody()
  for (const row of table.rows) {
    const line = body.insertRow()
    for (const column of table.columns) {
      const cell = line.insertCell()
      if (isNumeric(column.kind)) cell.className = 'number'
      cell.textContent = formatCellOf(column, row)
    }
  }
  return element
}

/** What somebody still has to write. Typing [[what is missing]] makes one. */
export const Gap = Node.create({
  name: 'gap',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => kept('hint', 'data-gap'),
  parseHTML: () => [{ tag: 'mark[data-gap]' }],
  renderHTML({ node, HTMLAttributes }) {
    return ['mark', { ...HTMLAttributes, class: 'rich-gap' }, `[${String(node.attrs['hint'])}]`]
  },
  renderText({ node }) {
    return `[${String(node.attrs['hint'])}]`
  },
  addInputRules() {
    return [
      new InputRule({
        find: /\[\[([^[\]]{1,300})\]\]$/,
        handler: ({ state, range, match }) => {
          state.tr.replaceWith(range.from, range.to, this.type.create({ hint: match[1] }))
        },
      }),
    ]
  },
})
