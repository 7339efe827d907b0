import { AlignmentType, LevelFormat, LineRuleType, type INumberingOptions, type IStylesOptions } from 'docx'

/**
 * The look of a Word report. Its fonts are ones that Word has on Windows and macOS (the bundled faces are not on other
 * people's computers): Georgia for text, Calibri for figures.
 */
export const faces = { text: 'Georgia', figures: 'Calibri' } as const

/** Ink colours of print; all at least 7:1 on white but the rule. */
export const ink = { text: '1F2328', quiet: '4D5560', rule: 'CFC8BA', link: '1F3F66' } as const

/** A4 in twips, with margins of 18 mm. */
export const page = { width: 11_906, height: 16_838, margin: 1020 } as const

/** Width between the margins, in twips. */
export const textWidthTwips = page.width - 2 * page.margin

/** Ids of our own paragraph styles; headings, title and lists are Word's own. */
export const paragraphStyles = {
  lead: 'ReportLead',
  note: 'ReportNote',
  cell: 'ReportCell',
  tableTitle: 'ReportTableTitle',
  afterTable: 'ReportAfterTable',
  running: 'ReportRunning',
  contentsTitle: 'ReportContentsTitle',
  figureLabel: 'ReportFigureLabel',
  figureValue: 'ReportFigureValue',
} as const

/** Names of the two lists. */
export const lists = { bullets: 'report-bullets', numbers: 'report-numbers' } as const

function own(
  id: string,
  name: string,
  size: number,
  spacing: { before?: number; after?: number; line?: number },
  extra: object = {},
) {
  return {
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: { font: faces.figures, size, ...extra },
    paragraph: { spacing: { ...spacing, lineRule: LineRuleType.AUTO } },
  }
}

function heading(size: number, before: number) {
  return {
    run: { font: faces.text, size, bold: true, color: ink.text },
    paragraph: { spacing: { before, after: 80 }, keepNext: true, keepLines: true },
  }
}

/** Styles of the document: British English, widow control, headings that stay with what follows. */
export const documentStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: faces.text, size: 21, color: ink.text, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: faces.text, size: 46, bold: true, color: ink.text },
      paragraph: { spacing: { before: 0, after: 60, line: 264, lineRule: LineRuleType.AUTO }, keepNext: true },
    },
    heading1: heading(30, 360),
    heading2: heading(25, 280),
    heading3: heading(22, 200),
    listParagraph: { paragraph: { spacing: { after: 60 } } },
    hyperlink: { run: { color: ink.link, underline: { type: 'single' } } },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: faces.text, size: 21, italics: true, color: ink.quiet },
      paragraph: { spacing: { after: 280 } },
    },
    {
      ...own(paragraphStyles.lead, 'Report lead', 25, { after: 200, line: 312 }),
      run: { font: faces.text, size: 25 },
    },
    own(paragraphStyles.note, 'Report note', 17, { before: 60, after: 100, line: 252 }, { color: ink.quiet }),
    own(paragraphStyles.cell, 'Report table text', 19, { after: 0, line: 252 }),
    own(paragraphStyles.tableTitle, 'Report table title', 20, { before: 200, after: 60 }, { bold: true }),
    own(paragraphStyles.afterTable, 'Report after table', 10, { after: 60 }),
    own(paragraphStyles.running, 'Report running head', 17, { after: 0 }, { color: ink.quiet }),
    own(paragraphStyles.contentsTitle, 'Report contents title', 22, { before: 200, after: 60 }, { bold: true }),
    {
      id: 'TOC1',
      name: 'toc 1',
      basedOn: 'Normal',
      run: { font: faces.figures, size: 21 },
      paragraph: {
        spacing: { after: 40, line: 264, lineRule: LineRuleType.AUTO },
        rightTabStop: textWidthTwips,
      },
    },
    own(paragraphStyles.figureLabel, 'Report figure label', 18, { after: 0, line: 252 }),
    own(paragraphStyles.figureValue, 'Report figure value', 34, { after: 0, line: 252 }, { bold: true }),
  ],
}

/** How many lists may stand within each other. */
export const listLevels = 4

/** Where the text of a list of this level begins, in twips. */
export const listIndent = (level: number): number => 460 * (level + 1)

function levels(format: (typeof LevelFormat)[keyof typeof LevelFormat], textOf: (level: number) => string) {
  return Array.from({ length: listLevels }, (_, level) => ({
    level,
    format,
    text: textOf(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: listIndent(level), hanging: 400 } } },
  }))
}

/** The bullet and the numbered list. */
export const numbering: INumberingOptions = {
  config: [
    { reference: lists.bullets, levels: levels(LevelFormat.BULLET, () => '•') },
    { reference: lists.numbers, levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) },
  ],
}
