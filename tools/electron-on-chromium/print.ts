import type { CDPSession } from 'playwright-core'

type PageSize = string | { readonly width: number; readonly height: number }

/** Electron's `PrintToPDFOptions`; lengths in inches. */
export interface PrintToPdfOptions {
  readonly landscape?: boolean
  readonly displayHeaderFooter?: boolean
  readonly headerTemplate?: string
  readonly footerTemplate?: string
  readonly printBackground?: boolean
  readonly scale?: number
  readonly pageSize?: PageSize
  readonly margins?: {
    readonly top?: number
    readonly bottom?: number
    readonly left?: number
    readonly right?: number
  }
  readonly pageRanges?: string
  readonly preferCSSPageSize?: boolean
  readonly generateTaggedPDF?: boolean
  readonly generateDocumentOutline?: boolean
}

const PAPER_INCHES: Readonly<Record<string, readonly [number, number]>> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11],
}

function paperOf(size: PageSize): readonly [number, number] {
  if (typeof size !== 'string') return [size.width, size.height]
  const known = PAPER_INCHES[size]
  if (!known) throw new Error(`Invalid pageSize ${size}`)
  return known
}

/** The DevTools parameters for Electron's options, with Electron's defaults (US Letter, 1 cm margins, no background). */
export function printParameters(options: PrintToPdfOptions) {
  const [paperWidth, paperHeight] = paperOf(options.pageSize ?? 'Letter')
  const { top, bottom, left, right } = options.margins ?? {}
  return {
    landscape: options.landscape ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    paperWidth,
    paperHeight,
    marginTop: top ?? 0.4,
    marginBottom: bottom ?? 0.4,
    marginLeft: left ?? 0.4,
    marginRight: right ?? 0.4,
    pageRanges: options.pageRanges ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
  }
}

/** Prints the page of this session as Electron's `webContents.printToPDF` does. */
export async function printToPdf(session: CDPSession, options: PrintToPdfOptions): Promise<Buffer> {
  const parameters = printParameters(options)
  const { stream } = await session.send('Page.printToPDF', { ...parameters, transferMode: 'ReturnAsStream' })
  if (stream === undefined) throw new Error('Failed to generate PDF: Printing failed')
  const parts: Buffer[] = []
  for (;;) {
    const { data, eof, base64Encoded } = await session.send('IO.read', { handle: stream })
    parts.push(Buffer.from(data, base64Encoded ? 'base64' : 'utf8'))
    if (eof) break
  }
  await session.send('IO.close', { handle: stream })
  return Buffer.concat(parts)
}
