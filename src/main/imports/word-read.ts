/** The only module that knows which library reads Word. Runs in the process in which files made by others are read. */
import { readFileSync } from 'node:fs'
import { inlineText, type TextBlock } from '../../shared/kernel/rich-text'
import { Refusal } from '../../shared/kernel/result'
import type { WordText } from '../../shared/kernel/word-text'
import type { WordJob } from './parse-job'
import { blocksOfWord, Losses, type LevelledBlock, type WordNode } from './word-tree'
import { checkZip, partText, type ZipEntry } from './zip-check'
import { workbookKind } from './xlsx-read'

const body = 'word/document.xml'

/**
 * Reads a Word document: headings, paragraphs, lists, tables, bold, italic and links; what else it holds is counted.
 * Throws Refusals `import.*`.
 */
export async function readWord({ path }: WordJob): Promise<WordText> {
  const bytes = readFileSync(path)
  const kind = workbookKind(bytes.subarray(0, 8))
  if (kind === 'old') throw new Refusal('import.old-word')
  if (kind === undefined) throw new Refusal('import.not-word')
  const entries = checkZip(bytes)
  if (!entries.some(({ name }) => name === body)) throw new Refusal('import.not-word')
  const losses = new Losses()
  const blocks = blocksOfWord((await treeOf(bytes)).children ?? [], losses)
  countUnread(bytes, entries, losses)
  const text = sectionsOf(blocks)
  if (text.sections.length === 0) throw new Refusal('import.empty')
  return { ...text, lost: losses.list }
}

/** The library makes HTML; its tree is taken on the way, and no HTML is made. Nothing outside the file is opened. */
async function treeOf(bytes: Buffer): Promise<WordNode> {
  // Only a process that reads Word loads the library.
  const { default: mammoth } = await import('mammoth')
  let tree: WordNode | undefined
  try {
    await mammoth.convertToHtml(
      { buffer: bytes },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        transformDocument: (document: WordNode) => {
          tree = document
          return { ...document, children: [] }
        },
      },
    )
  } catch {
    throw new Refusal('import.damaged')
  }
  if (tree === undefined) throw new Refusal('import.damaged')
  return tree
}

/** What the library passes over without a word is counted in the file itself. */
function countUnread(bytes: Buffer, entries: readonly ZipEntry[], losses: Losses): void {
  const xml = partText(bytes, entries, body)
  const count = (mark: RegExp) => xml.match(mark)?.length ?? 0
  // A text box is written twice, for newer and for older programs.
  losses.add('text-boxes', Math.max(count(/<wps:txbx[ />]/g), count(/<v:textbox[ />]/g)))
  losses.add('tracked-changes', count(/<w:(ins|del|moveFrom|moveTo) /g))
  losses.add('equations', count(/<m:oMath[ />]/g))
  losses.add('drawings', count(/<(c:chart|dgm:relIds|o:OLEObject)[ />]/g))
  const margins = entries.filter(({ name }) => /^word\/(header|footer)\d*\.xml$/.test(name))
  losses.add(
    'headers-footers',
    margins.filter(({ name }) => /<w:t[ />]/.test(partText(bytes, entries, name))).length,
  )
}

/** The blocks cut at the highest headings that occur; headings beneath become the two smaller ones that there are. */
function sectionsOf(blocks: readonly LevelledBlock[]): Pick<WordText, 'title' | 'sections'> {
  const titleAt = blocks.findIndex(({ level }) => level === 0)
  const heads = blocks.flatMap(({ level }) => (level === undefined || level === 0 ? [] : [level]))
  const alone = heads.length > 1 && heads.filter((level) => level === 1).length === 1 && heads[0] === 1
  // One heading of the first level above all others is the document's title, where nothing else is.
  const isTitle = (block: LevelledBlock, index: number) =>
    index === titleAt || (titleAt < 0 && alone && block.level === 1)
  const title = blocks.find(isTitle)
  const rest = blocks.filter((block, index) => !isTitle(block, index))
  const levels = rest.flatMap(({ level }) => (level === undefined ? [] : [Math.max(1, level)]))
  const top = Math.min(...levels)
  const sections: { title: string; content: TextBlock[] }[] = []
  for (const { block, level } of rest) {
    if (level !== undefined && Math.max(1, level) === top && block.type === 'heading') {
      sections.push({ title: inlineText(block.content).trim().slice(0, 200), content: [] })
      continue
    }
    if (sections.length === 0) sections.push({ title: '', content: [] })
    sections.at(-1)?.content.push(level === undefined ? block : lower(block, level - top))
  }
  return {
    title: title === undefined ? null : wordsOf(title.block),
    sections: sections.map(({ title: heading, content }) => ({ title: heading, body: { type: 'doc', content } })),
  }
}

function wordsOf(block: TextBlock): string {
  return block.type === 'heading' ? inlineText(block.content).trim().slice(0, 200) : ''
}

function lower(block: TextBlock, below: number): TextBlock {
  return block.type === 'heading' ? { ...block, attrs: { level: below <= 1 ? 3 : 4 } } : block
}
