import type { NeedState } from '../../../../shared/features/needs/model'

/** How a state is coloured; its word always stands beside. */
export const stateTones: Readonly<Record<NeedState, 'good' | 'warn' | 'bad' | 'info' | 'none'>> = {
  raised: 'none',
  agreed: 'info',
  planned: 'info',
  met: 'good',
  partly: 'warn',
  notMet: 'bad',
  withdrawn: 'none',
}
