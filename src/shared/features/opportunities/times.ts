/** Times of day as people write them in lists of courses. */

const one = /^(?:(noon|12 noon|midday)|(\d{1,2})(?:[:.](\d{2})(?::\d{2})?)?\s*([ap])?\.?\s*(?:m\.?)?)$/i

interface Clock {
  readonly hours: number
  readonly minutes: number
  readonly half: 'a' | 'p' | undefined
}

function clockOf(text: string): Clock | undefined {
  const match = one.exec(text)
  if (match === null) return undefined
  const [, noon, hours, minutes, half] = match
  if (noon !== undefined) return { hours: 12, minutes: 0, half: 'p' }
  // "9" alone may be a number of anything.
  if (minutes === undefined && half === undefined) return undefined
  const clock = { hours: Number(hours), minutes: Number(minutes ?? 0) }
  const isOfHalf = half === undefined || (clock.hours >= 1 && clock.hours <= 12)
  if (!isOfHalf || clock.hours > 23 || clock.minutes > 59) return undefined
  return { ...clock, half: half === undefined ? undefined : half.toLowerCase() === 'p' ? 'p' : 'a' }
}

function wallTime({ hours, minutes, half }: Clock): string {
  const hour = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0)
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** "9.30am", "09:30", "13:30:00", "4 pm", "noon" as HH:MM; undefined for anything else. */
export function timeOfDay(text: string): string | undefined {
  const clock = clockOf(text.trim())
  return clock && wallTime(clock)
}

/** Whatever ends earlier than it began, began before this hour and may be in the afternoon, does not go on through the night. */
const EVENING = '20:00'

/** "3.30" as the end of what begins at 09:30: 15:30. One that says its half of the day, or comes later, is what it says. */
export function endOfDay(text: string, from: string | null): string | undefined {
  const end = clockOf(text.trim())
  if (end === undefined) return undefined
  const to = wallTime(end)
  if (end.half !== undefined || from === null || to >= from || from >= EVENING || end.hours >= 12) return to
  const later = wallTime({ ...end, hours: end.hours + 12 })
  return later > from ? later : to
}

/**
 * "9.30am to 3.30pm", "09:30-15:30", "1.30–3pm", "9.30-3.30": a first time without its half of the day is in that of the
 * last, where that comes before it; a last one without it comes after the first.
 */
export function timesOfDay(text: string): { readonly from: string; readonly to: string } | undefined {
  const [first, last, more] = text.split(/\s*(?:-|–|—|\bto\b|\buntil\b)\s*/i).map((part) => part.trim())
  if (first === undefined || last === undefined || more !== undefined) return undefined
  const end = clockOf(last)
  if (end === undefined) return undefined
  const to = wallTime(end)
  const from = startOf(first, end, to)
  return from === undefined ? undefined : { from, to: endOfDay(last, from) ?? to }
}

function startOf(text: string, { half }: Clock, to: string): string | undefined {
  const begin = clockOf(/^\d{1,2}$/.test(text) ? `${text}:00` : text)
  if (begin === undefined) return undefined
  if (begin.half !== undefined || half === undefined || begin.hours > 12 || begin.hours === 0)
    return wallTime(begin)
  const alike = wallTime({ ...begin, half })
  return alike < to ? alike : wallTime({ ...begin, half: half === 'p' ? 'a' : 'p' })
}
