import { pagesOf, readPdf } from '../../../lib/pdf-pages'

/** What office printers print in; a PDF counts in points of 1/72 inch. */
const DOTS_PER_INCH = 300
const POINTS_PER_INCH = 72

/**
 * The pages of a PDF as pictures (data addresses of PNG) that a printer prints as sharply as it can. One canvas serves
 * them all: a page at this size takes 35 MB while it is drawn. Throws when the PDF cannot be read.
 */
export async function picturesOfPages(pdf: Uint8Array): Promise<string[]> {
  const loading = readPdf(pdf)
  const canvas = document.createElement('canvas')
  const pictures: string[] = []
  try {
    for (const page of await pagesOf(loading)) {
      const viewport = page.getViewport({ scale: DOTS_PER_INCH / POINTS_PER_INCH })
      canvas.width = viewport.width
      canvas.height = viewport.height
      // oxlint-disable-next-line no-await-in-loop -- one after the other, on the one canvas
      await page.render({ canvas, viewport, intent: 'print' }).promise
      pictures.push(canvas.toDataURL('image/png'))
    }
  } finally {
    await loading.destroy()
  }
  return pictures
}
