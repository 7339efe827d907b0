import type { PDFPageProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { Waiting } from '../../../components/read-state'
import { Notice } from '../../../components/notice'
import { pagesOf, readPdf } from '../../../lib/pdf-pages'
import './pdf-preview.css'

interface PdfPreviewProps {
  readonly pdf: Uint8Array
  /** What the pages show, for screen readers: "Governors’ report, 2025/26". */
  readonly title: string
}

/** The printed pages themselves, drawn from the PDF that the printer would get. */
export function PdfPreview({ pdf, title }: PdfPreviewProps) {
  const [pages, setPages] = useState<readonly PDFPageProxy[]>([])
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    let isLeft = false
    setFailed(false)
    const loading = readPdf(pdf)
    pagesOf(loading)
      .then((all) => {
        if (!isLeft) setPages(all)
      })
      .catch(() => {
        if (!isLeft) setFailed(true)
      })
    return () => {
      isLeft = true
      void loading.destroy()
    }
  }, [pdf])
  if (hasFailed) {
    return (
      <Notice tone="bad" title="The preview could not be drawn">
        The report itself is not affected: print it or save it as PDF to see its pages.
      </Notice>
    )
  }
  if (pages.length === 0) return <Waiting />
  return (
    <ol className="pdf-pages" aria-label={`Pages of ${title}`}>
      {pages.map((page, index) => (
        <li key={page.pageNumber}>
          <PdfPage page={page} label={`Page ${index + 1} of ${pages.length}`} />
        </li>
      ))}
    </ol>
  )
}

/** Sharp on a screen of double density and when the window is zoomed. */
const drawnScale = 2

function PdfPage({ page, label }: { readonly page: PDFPageProxy; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const viewport = page.getViewport({ scale: drawnScale })
  useEffect(() => {
    if (canvas.current === null) return undefined
    const task = page.render({ canvas: canvas.current, viewport: page.getViewport({ scale: drawnScale }) })
    // Cancelled when the page is left: not a fault.
    task.promise.catch(() => undefined)
    return () => task.cancel()
  }, [page])
  return (
    <canvas
      ref={canvas}
      className="pdf-page"
      role="img"
      aria-label={label}
      width={viewport.width}
      height={viewport.height}
    />
  )
}
