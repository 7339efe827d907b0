import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../../../shared/kernel/markdown'
import { zRichText, type RichText } from '../../../../shared/kernel/rich-text'
import { treeOf, type EditorNode } from './tree'

const doc = (...content: EditorNode[]): EditorNode => ({ type: 'doc', content })
const words = (text: string): EditorNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })

describe('treeOf', () => {
  it('gives a tree back as it is', () => {
    const markdown = [
      '### Who',
      '',
      'Led by {{school.cpdLeader}} **every** *term*, see [the guide](https://www.gov.uk/cpd). [[what we do first]]',
      '',
      '1. First',
      '2. Second',
      '   - inside',
      '',
      '> A quotation',
      '',
      '| Who | When |',
      '| --- | --- |',
      '| Ann | **May** |',
      '',
      '{{table.priorities}}',
    ].join('\n')
    const { text } = readMarkdown(markdown)
    expect(text.content.length).toBeGreaterThan(5)
    expect(treeOf(text)).toEqual(text)
  })

  it('leaves out what the editor adds to lists, links, cells and the end', () => {
    const tree = treeOf(
      doc(
        {
          type: 'orderedList',
          attrs: { start: 3, type: null },
          content: [{ type: 'listItem', content: [words('a')] }],
        },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                { type: 'tableHeader', attrs: { colspan: 1, rowspan: 1, colwidth: null }, content: [words('x')] },
                { type: 'tableCell', attrs: { colspan: 1 }, content: [] },
              ],
            },
          ],
        },
        {
          type: 'paragraph',
          content: [
            {
              type: 'text',
              text: 'guide',
              marks: [
                { type: 'link', attrs: { href: 'https://a.example', target: '_blank', rel: null, class: null } },
              ],
            },
          ],
        },
        { type: 'paragraph' },
        { type: 'paragraph' },
      ),
    )
    const wanted: RichText = {
      type: 'doc',
      content: [
        {
          type: 'orderedList',
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }] }] }],
        },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                {
                  type: 'tableHeader',
                  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x' }] }],
                },
                { type: 'tableCell', content: [{ type: 'paragraph' }] },
              ],
            },
          ],
        },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'guide', marks: [{ type: 'link', attrs: { href: 'https://a.example' } }] },
          ],
        },
      ],
    }
    expect(tree).toEqual(wanted)
    expect(zRichText.safeParse(tree).success).toBe(true)
  })

  it('keeps the words and drops marks, addresses and nodes that the tree does not know', () => {
    const tree = treeOf(
      doc(
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'read ', marks: [{ type: 'underline' }, { type: 'bold' }] },
            { type: 'text', text: 'this', marks: [{ type: 'link', attrs: { href: 'file:///c:/x.doc' } }] },
            { type: 'image', attrs: { src: 'data:x' } },
          ],
        },
        { type: 'horizontalRule' },
        { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'High' }] },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                {
                  type: 'tableCell',
                  content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [words('in a list')] }] }],
                },
              ],
            },
          ],
        },
      ),
    )
    expect(zRichText.parse(tree)).toEqual({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'read ', marks: [{ type: 'bold' }] },
            { type: 'text', text: 'this' },
          ],
        },
        { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'High' }] },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                {
                  type: 'tableCell',
                  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'in a list' }] }],
                },
              ],
            },
          ],
        },
      ],
    })
  })
})
