/** The school's logo as it stands in the head of a page. */
export interface Logo {
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly content: Uint8Array
  readonly widthMm: number
  readonly heightMm: number
}

/** The room for a logo in the head of a page, in millimetres. */
const room = { widthMm: 36, heightMm: 10 } as const

/** A picture as a logo, as large as the head of a page has room for; undefined for bytes that are no whole picture. */
export function logoOf(mediaType: string, content: Uint8Array): Logo | undefined {
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg') return undefined
  const size = mediaType === 'image/png' ? sizeOfPng(content) : sizeOfJpeg(content)
  if (!size || size.width === 0 || size.height === 0) return undefined
  const scale = Math.min(room.widthMm / size.width, room.heightMm / size.height)
  return { mediaType, content, widthMm: size.width * scale, heightMm: size.height * scale }
}

interface Size {
  readonly width: number
  readonly height: number
}

const viewOf = (content: Uint8Array): DataView =>
  new DataView(content.buffer, content.byteOffset, content.byteLength)

// The first chunk of a PNG says how large it is.
function sizeOfPng(content: Uint8Array): Size | undefined {
  if (content.byteLength < 24) return undefined
  const view = viewOf(content)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

// A JPEG is a row of segments; one that begins a frame (C0 to CF but the three that are tables) says how large it is.
function sizeOfJpeg(content: Uint8Array): Size | undefined {
  const view = viewOf(content)
  for (let at = 2; at + 9 < content.byteLength; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
  }
  return undefined
}
