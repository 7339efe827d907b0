const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

/** "1 person", "3 people", "1,204 people". */
export function plural(count: number, one: string, many: string): string {
  return `${whole.format(count)} ${count === 1 ? one : many}`
}

/** 10,000: a count with thousands set apart. */
export function formatCount(count: number): string {
  return whole.format(count)
}

/** "under a minute left", "about 3 minutes left": an honest estimate from what is done, undefined while it would be a guess. */
export function estimateLeft(done: number, total: number, elapsedMs: number): string | undefined {
  if (done <= 0 || total <= 0 || elapsedMs < 1_500 || done / total < 0.02) return undefined
  const leftSeconds = ((elapsedMs / done) * (total - done)) / 1_000
  if (leftSeconds < 10) return 'a few seconds left'
  if (leftSeconds < 60) return 'under a minute left'
  const minutes = Math.round(leftSeconds / 60)
  return `about ${plural(minutes, 'minute', 'minutes')} left`
}
