import type { InputFor } from '../../../lib/contract-client'

type DrawnChart = InputFor<'print.ready'>['charts'][number]

/** Pixels of the picture for each CSS pixel: about 290 dots an inch on paper. */
const pictureScale = 3

/** Faces that a Word user has; the bundled one stays in the window. */
const wordFont = 'Calibri, Arial, sans-serif'

/** Every chart under an element as vectors and as a PNG, for programs that cannot draw vectors. */
export async function chartPictures(root: ParentNode): Promise<DrawnChart[]> {
  const frames = [...root.querySelectorAll<HTMLElement>('[data-chart]')]
  const drawn: DrawnChart[] = []
  for (const frame of frames) {
    const surface = frame.querySelector<SVGSVGElement>('svg')
    if (surface === null) throw new Error(`chart ${frame.dataset['chart'] ?? ''} was not drawn`)
    drawn.push(await pictureOf(surface, frame.dataset['chart'] ?? ''))
  }
  return drawn
}

async function pictureOf(surface: SVGSVGElement, key: string): Promise<DrawnChart> {
  const widthPx = surface.width.baseVal.value
  const heightPx = surface.height.baseVal.value
  const svg = standAlone(surface, widthPx, heightPx)
  return { key, svg, png: await pngOf(svg, widthPx, heightPx), widthPx, heightPx }
}

/** The chart as a file of its own: nothing in it depends on the page's styles. */
function standAlone(surface: SVGSVGElement, width: number, height: number): string {
  const copy = surface.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`)
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    element.removeAttribute('class')
    element.removeAttribute('style')
    element.removeAttribute('tabindex')
    if (element.hasAttribute('font-family')) element.setAttribute('font-family', wordFont)
  }
  return new XMLSerializer().serializeToString(copy)
}

async function pngOf(svg: string, width: number, height: number): Promise<Uint8Array> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * pictureScale)
  canvas.height = Math.round(height * pictureScale)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas to draw on')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new Error('the picture could not be written')
  return new Uint8Array(await blob.arrayBuffer())
}
