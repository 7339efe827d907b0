import type { Reason } from './rules'

const words: Readonly<Record<Reason['code'], string>> = {
  standard: 'serves the same standard',
  words: 'is about the same',
  group: 'is for this staff group',
  everybody: 'is for everybody',
  'other-group': 'is for other staff groups',
  kind: 'is of the kind that was wished for',
  free: 'is free',
  'within-budget': 'fits into what is left of the budget',
  'beyond-budget': 'costs more than is left of the budget',
  'past-value': 'past work of this provider',
  'in-time': 'comes in time',
  'any-time': 'can begin at any time',
  'too-late': 'comes after the need is due',
  'only-past': 'has no date ahead',
}

/** One reason with its points: "serves the same standard (TS3) +40". */
export function reasonWords({ code, points, about }: Reason): string {
  const detail = about === null || about === '' ? '' : ` (${about})`
  return `${words[code]}${detail} ${points > 0 ? '+' : '−'}${Math.abs(points)}`
}
