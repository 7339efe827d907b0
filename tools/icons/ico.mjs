/**
 * A Windows icon file holding the given pictures as PNG, which every Windows since Vista reads.
 * @param {readonly {size: number, png: Uint8Array}[]} images
 * @returns {Buffer}
 */
export function icoFile(images) {
  const headerLength = 6 + 16 * images.length
  const header = Buffer.alloc(headerLength)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(images.length, 4)
  let offset = headerLength
  images.forEach(({ size, png }, i) => {
    const at = 6 + 16 * i
    // 256 is written as 0.
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([header, ...images.map(({ png }) => png)])
}
