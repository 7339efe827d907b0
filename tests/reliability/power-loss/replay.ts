/** What the shim wrote down: a write, a cut, a flush or a removal, and the acknowledgements between them. */
export interface Operation {
  readonly kind: 'W' | 'T' | 'S' | 'U'
  readonly file: number
  readonly offset: number
  readonly bytes: Buffer
}

export const FILES = { database: 1, wal: 2, journal: 3, acknowledgement: 9 } as const

/** Reads the shim's log. */
export function readLog(log: Buffer): Operation[] {
  const operations: Operation[] = []
  for (let at = 0; at + 14 <= log.length;) {
    const length = log.readUInt32LE(at + 10)
    operations.push({
      kind: String.fromCharCode(log[at] as number) as Operation['kind'],
      file: log[at + 1] as number,
      offset: Number(log.readBigUInt64LE(at + 2)),
      bytes: log.subarray(at + 14, at + 14 + length),
    })
    at += 14 + length
  }
  return operations
}

export interface DiskState {
  readonly files: ReadonlyMap<number, Buffer>
  /** The highest number acknowledged before the power went. */
  readonly acknowledged: number
}

/** A file that is written into in place: thousands of small writes make one state. */
class Platter {
  #bytes: Buffer
  #size: number

  constructor(start: Buffer) {
    this.#bytes = Buffer.from(start)
    this.#size = start.length
  }

  resize(size: number): void {
    if (size > this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes], Math.max(size, 2 * this.#bytes.length))
    // What comes back after a cut reads as zeroes.
    if (size < this.#size) this.#bytes.fill(0, size, this.#size)
    this.#size = size
  }

  write(bytes: Buffer, offset: number): void {
    if (offset + bytes.length > this.#size) this.resize(offset + bytes.length)
    bytes.copy(this.#bytes, offset)
  }

  get content(): Buffer {
    return this.#bytes.subarray(0, this.#size)
  }
}

/**
 * The disk as a power cut after `cut` operations may leave it: all that was flushed, and of the rest nothing, all, or a
 * random part, in which writes may be torn at a sector. Directory entries are taken as durable.
 */
export function stateAfterCut(
  operations: readonly Operation[],
  cut: number,
  base: Buffer,
  random: () => number,
): DiskState {
  const before = operations.slice(0, cut)
  const lastFlush = new Map<number, number>()
  before.forEach((operation, index) => {
    if (operation.kind === 'S') lastFlush.set(operation.file, index)
  })
  const files = new Map<number, Platter>([[FILES.database, new Platter(base)]])
  const mood = random()
  let acknowledged = 0
  before.forEach((operation, index) => {
    if (operation.file === FILES.acknowledgement) {
      const number = Number.parseInt(operation.bytes.toString(), 10)
      if (Number.isInteger(number)) acknowledged = number
      return
    }
    const isDurable = operation.kind === 'U' || index < (lastFlush.get(operation.file) ?? -1)
    const survives = isDurable || (mood >= 0.34 && (mood >= 0.8 || random() < 0.5))
    if (survives) apply(files, operation, isDurable ? 1 : random())
  })
  return { files: new Map([...files].map(([file, platter]) => [file, platter.content])), acknowledged }
}

function apply(files: Map<number, Platter>, { kind, file, offset, bytes }: Operation, luck: number): void {
  if (kind === 'U') {
    files.delete(file)
    return
  }
  const platter = files.get(file) ?? new Platter(Buffer.alloc(0))
  files.set(file, platter)
  if (kind === 'T') platter.resize(offset)
  if (kind !== 'W') return
  // Three writes in ten are torn: only their first sectors arrived.
  const isTorn = luck < 0.3 && bytes.length > 512
  platter.write(isTorn ? bytes.subarray(0, 512 * Math.floor((luck / 0.3) * (bytes.length / 512))) : bytes, offset)
}
