/** How pairs and their meetings are spoken of. */
import { formatMinutes } from '../../kernel/lengths'
import type { MeetingState, PairKind, PairLine } from './model'

export const pairKindNames: Readonly<Record<PairKind, string>> = { coaching: 'Coaching', mentoring: 'Mentoring' }
/** Who guides, by the kind of the pair. */
export const guideNames: Readonly<Record<PairKind, string>> = { coaching: 'Coach', mentoring: 'Mentor' }

export const meetingStateNames: Readonly<Record<MeetingState, string>> = {
  planned: 'Planned',
  held: 'Held',
  missed: 'Missed',
}

/** The promise that stands on every page with pairs. */
export const CONFIDENTIALITY =
  'What two people say to each other stays with them. Record that they met, when and for how long; a note is for what has to be arranged, and is never printed for others.'

/** "4 meetings held, 3 h 20 min in all; 1 missed". */
export function metSentence({
  held,
  missed,
  heldMinutes,
}: Pick<PairLine, 'held' | 'missed' | 'heldMinutes'>): string {
  const met =
    held === 0
      ? 'No meeting held yet'
      : `${held} ${held === 1 ? 'meeting' : 'meetings'} held, ${formatMinutes(heldMinutes)} in all`
  return missed === 0 ? met : `${met}; ${missed} missed`
}
