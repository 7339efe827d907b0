import { readFileSync } from 'node:fs'
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect } from 'vitest'

/** The titles of the reports as the outline has them, with every space. */
const outlineTitles =
  /^(What our staff are learning this year, and what it is worth|What professional development cost|Who took part in professional development)$/

/** What a printed document says of itself. */
interface About {
  readonly title: RegExp
  /** In the head of every page, right. */
  readonly running: string
}

const aReport: About = { title: outlineTitles, running: 'Professional development' }

interface Line {
  /** From the top of the page, in points. */
  readonly top: number
  readonly size: number
  readonly text: string
}

interface TextPiece {
  readonly str: string
  readonly height: number
  readonly transform: readonly number[]
}

/**
 * Reads a printed report back and checks what print must keep: tagged, with an outline and a title; a running head and
 * "page x of y" on every page; no heading at the foot of a page; no totals row and no last line of a paragraph alone at
 * the top of one.
 */
export async function expectPrintedWell(path: string, about: About = aReport): Promise<void> {
  const loading = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 })
  const pdf = await loading.promise
  try {
    const marks: unknown = await pdf.getMarkInfo()
    expect(marks instanceof Map ? marks.get('Marked') : marks).toBe(true)
    const [title] = await pdf.getOutline()
    expect(title?.title).toMatch(about.title)
    expect(title?.items.length).toBeGreaterThan(0)
    const { info } = (await pdf.getMetadata()) as { info: { Title?: string } }
    expect(info.Title).toContain('Hartwell Park Primary School')
    for (let number = 1; number <= pdf.numPages; number++) {
      const lines = await linesOf(await pdf.getPage(number))
      expectFurniture(lines, { about, number, count: pdf.numPages })
      expectNothingLeftAlone(lines, number)
    }
  } finally {
    await loading.destroy()
  }
}

/** Reads a printed document back: its list of contents names each heading with the page on which the heading stands. */
export async function expectContents(path: string): Promise<void> {
  const loading = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 })
  const pdf = await loading.promise
  try {
    const [title] = await pdf.getOutline()
    const pages = new Map<string, number>()
    for (const { title: heading, dest } of title?.items ?? []) {
      const [page] = (typeof dest === 'string' ? await pdf.getDestination(dest) : dest) ?? []
      pages.set(heading.trim(), (await pdf.getPageIndex(page as Parameters<typeof pdf.getPageIndex>[0])) + 1)
    }
    expect(pages.size).toBeGreaterThan(5)
    expect(new Set(pages.values()).size).toBeGreaterThan(2)
    const lines = (await linesOf(await pdf.getPage(1))).map(({ text }) => text.replaceAll(/\s+/g, ' '))
    for (const [heading, page] of pages) expect(lines).toContain(`${heading} ${page}`)
  } finally {
    await loading.destroy()
  }
}

async function linesOf(page: PDFPageProxy): Promise<Line[]> {
  const { items } = await page.getTextContent()
  const byTop = new Map<number, { size: number; parts: [x: number, text: string][] }>()
  for (const item of items as readonly TextPiece[]) {
    if (item.str.trim() === '') continue
    const top = Math.round((page.view[3] ?? 0) - (item.transform[5] ?? 0))
    const line = byTop.get(top) ?? { size: 0, parts: [] }
    line.size = Math.max(line.size, item.height)
    line.parts.push([item.transform[4] ?? 0, item.str])
    byTop.set(top, line)
  }
  return [...byTop]
    .map(([top, { size, parts }]) => ({
      top,
      size,
      text: parts
        .toSorted((a, b) => a[0] - b[0])
        .map(([, text]) => text)
        .join(' '),
    }))
    .toSorted((a, b) => a.top - b.top)
}

function expectFurniture(
  lines: readonly Line[],
  { about, number, count }: { about: About; number: number; count: number },
): void {
  expect(lines[0]?.text).toContain('Hartwell Park Primary School')
  expect(lines[0]?.text).toContain(about.running)
  expect(lines.at(-1)?.text.replace(/\s+/g, ' ')).toContain(`Page ${number} of ${count}`)
}

const headingSize = 11.4
/** In points: lines of a paragraph are 16.5 apart, paragraphs 23.5. */
const paragraphGap = 20
const totals = /^(Whole school|All funds|All cash|All|Full cost of the year|Total)( [\d£–]|$)/

function expectNothingLeftAlone(lines: readonly Line[], number: number): void {
  const body = lines.slice(1, -1)
  const last = body.at(-1)
  expect(
    `page ${number} ends with ${last === undefined || last.size < headingSize ? 'text' : `the heading ${last.text}`}`,
  ).toBe(`page ${number} ends with text`)
  const [first, second] = body
  const isAlone = (second?.top ?? 0) - (first?.top ?? 0) > paragraphGap && /^[a-z]/.test(first?.text ?? '')
  expect(`page ${number} opens ${isAlone ? `with the last line “${first?.text}”` : 'well'}`).toBe(
    `page ${number} opens well`,
  )
  const opening = body.slice(0, 3).filter((line) => totals.test(line.text))
  expect(`page ${number} opens with ${opening.map((line) => line.text).join()}`).toBe(`page ${number} opens with `)
}
