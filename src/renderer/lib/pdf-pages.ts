import { GlobalWorkerOptions, getDocument, type PDFDocumentLoadingTask, type PDFPageProxy } from 'pdfjs-dist'
// oxlint-disable-next-line import/default -- Vite gives the address of the file as the default export
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

// The worker is our own file, served from our own origin.
GlobalWorkerOptions.workerSrc = workerAddress

/** Starts to read a PDF of our own; `destroy()` of what it gives ends it. The bytes stay with the caller. */
export function readPdf(pdf: Uint8Array): PDFDocumentLoadingTask {
  // A copy: the worker takes the bytes away with it.
  return getDocument({ data: pdf.slice(), useWasm: false })
}

/** Every page of a PDF that is being read, in order. Throws when it cannot be read. */
export async function pagesOf(loading: PDFDocumentLoadingTask): Promise<PDFPageProxy[]> {
  const document = await loading.promise
  return Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)))
}
