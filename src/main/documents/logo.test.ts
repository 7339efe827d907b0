import { expect, test } from 'vitest'
import { logoOf } from './logo'

/** The beginning of a PNG of this size. */
function pngHead(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(33)
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

/** A JPEG with a comment before the frame that says its size. */
function jpegHead(width: number, height: number): Uint8Array {
  const frame = Buffer.alloc(19)
  Buffer.from([0xff, 0xc2, 0, 17, 8]).copy(frame)
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 4, 65, 66]), frame])
}

test('is as large as the head of a page has room for, in its own proportions', () => {
  expect(logoOf('image/png', pngHead(400, 200))).toMatchObject({ widthMm: 20, heightMm: 10 })
  expect(logoOf('image/png', pngHead(7200, 100))).toMatchObject({ widthMm: 36, heightMm: 0.5 })
  expect(logoOf('image/jpeg', jpegHead(100, 200))).toMatchObject({ widthMm: 5, heightMm: 10 })
})

test('is left out when its bytes are no whole picture', () => {
  expect(logoOf('image/png', new Uint8Array(10))).toBeUndefined()
  expect(logoOf('image/png', pngHead(0, 10))).toBeUndefined()
  expect(logoOf('image/jpeg', jpegHead(10, 10).subarray(0, 9))).toBeUndefined()
  expect(logoOf('image/jpeg', Uint8Array.from([0xff, 0xd8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]))).toBeUndefined()
  expect(logoOf('text/plain', pngHead(4, 4))).toBeUndefined()
})
