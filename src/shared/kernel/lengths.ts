/** Lengths of time as whole minutes: reading what people type and writing it for text. */

/** "6 h", "1 h 30 min", "45 min": a length for text. */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/**
 * Reads a length as people type it: "90", "1:30", "1.5h", "2 h", "1 h 30", "45 min". A bare number up to 12 is hours,
 * above it minutes. Undefined when it is not a length of at most a day; never guesses.
 */
export function parseMinutes(text: string): number | undefined {
  const body = text.trim().toLowerCase().replaceAll(',', '.')
  const clock = /^(\d{1,2})[:h]\s*([0-5]\d)$/.exec(body)
  if (clock) return within(Number(clock[1]) * 60 + Number(clock[2]))
  const both = /^(\d{1,2})\s*(?:h|hr|hrs|hour|hours)\s*(\d{1,2})\s*(?:m|min|mins|minutes)?$/.exec(body)
  if (both) return within(Number(both[1]) * 60 + Number(both[2]))
  const one = /^(\d+(?:\.\d+)?|½)\s*(h|hr|hrs|hour|hours|m|min|mins|minutes)?$/.exec(body)
  if (!one) return undefined
  const value = one[1] === '½' ? 0.5 : Number(one[1])
  const inMinutes = one[2] === undefined ? value > 12 : one[2].startsWith('m')
  return within(inMinutes ? value : value * 60)
}

function within(minutes: number): number | undefined {
  const whole = Math.round(minutes)
  return whole >= 0 && whole <= 1440 ? whole : undefined
}
