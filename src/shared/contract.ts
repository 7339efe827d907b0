import type { Channel, InputOf, OutputOf } from './kernel/channel'
import { changesContract } from './features/changes/contract'
import { packsContract } from './features/packs/contract'
import { pcContract } from './features/pc/contract'
import { reportsContract } from './features/reports/contract'
import { schoolContract } from './features/school/contract'
import { searchContract } from './features/search/contract'

/** The one list of channels that the preload, main, the command line and the tests read. A feature adds one line. */
export const contract = {
  ...schoolContract,
  ...changesContract,
  ...searchContract,
  ...packsContract,
  ...pcContract,
  ...reportsContract,
} as const satisfies Record<string, Channel>

export type Contract = typeof contract
export type ChannelName = keyof Contract
export type InputFor<C extends ChannelName> = InputOf<Contract[C]>
export type OutputFor<C extends ChannelName> = OutputOf<Contract[C]>

/** Every channel's name, in the order of the contract. */
export const channelNames = Object.keys(contract) as readonly ChannelName[]
