/** One line of the bench: ours against a baseline from the same run. */
export interface Line {
  readonly name: string
  readonly oursMs: number
  readonly baselineMs: number
  readonly ratio: number
  /** The ratio that must not be passed. */
  readonly goal: number
  /** What else there is to say, such as memory. */
  readonly note?: string
  /** False when something other than the ratio failed (memory). */
  readonly alsoOk?: boolean
}

export function isOk(line: Line): boolean {
  return line.ratio <= line.goal && line.alsoOk !== false
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0]
  return sorted.length % 2 === 1 ? high : (low + high) / 2
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/**
 * Runs ours and the baseline in turn, so that a busy moment of the machine falls on both, and compares the medians.
 * The first round of each warms up and does not count.
 */
export async function inTurn(
  rounds: number,
  ours: () => unknown,
  baseline: () => unknown,
): Promise<{ oursMs: number; baselineMs: number; ratio: number }> {
  const times: { ours: number[]; baseline: number[] } = { ours: [], baseline: [] }
  for (let round = 0; round <= rounds; round += 1) {
    const oursMs = await timed(ours)
    const baselineMs = await timed(baseline)
    if (round === 0) continue
    times.ours.push(oursMs)
    times.baseline.push(baselineMs)
  }
  const [oursMs, baselineMs] = [median(times.ours), median(times.baseline)]
  return { oursMs, baselineMs, ratio: oursMs / baselineMs }
}

const ms = (value: number): string => (value < 100 ? value.toFixed(1) : value.toFixed(0))

/** The lines as a table: `name | ours | baseline | ratio | goal | ok`. */
export function tableOf(lines: readonly Line[]): string {
  const head = ['name', 'ours, ms', 'baseline, ms', 'ratio', 'goal', 'ok', 'note']
  const rows = lines.map((line) => [
    line.name,
    ms(line.oursMs),
    ms(line.baselineMs),
    line.ratio.toFixed(2),
    `≤ ${line.goal}`,
    isOk(line) ? 'yes' : 'NO',
    line.note ?? '',
  ])
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const draw = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [draw(head), draw(widths.map((width) => '-'.repeat(width))), ...rows.map(draw)].join('\n')
}
