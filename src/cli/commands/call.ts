import { resolve } from 'node:path'
import { z } from 'zod'
import { contract } from '../../shared/contract'
import type { Channel } from '../../shared/kernel/channel'
import { Refusal } from '../../shared/kernel/result'
import { parseCommand, parseJson, type Command } from '../command'

export const callCommand: Command = {
  name: 'call',
  usage: `--file S.cpdschool <channel> '<json>'`,
  does: 'Call any channel of the contract',
  async run(args, { binder }) {
    const options = parseCommand(args, { file: { type: 'string' } })
    const [channel, json = '{}'] = options.words
    if (channel === undefined) throw new Refusal('cli.usage', { problem: 'the channel is missing' })
    const file = options.get('file')
    if (file !== undefined) binder.school.openAt(resolve(file))
    const result = await binder.dispatch(channel, parseJson(json, 'the input'))
    if (!result.ok) throw new Refusal(result.code, result.facts, result.fields, result.records)
    return result.value
  },
}

export const channelsCommand: Command = {
  name: 'channels',
  usage: '',
  does: 'List every channel with its input as JSON Schema',
  run() {
    const all: Readonly<Record<string, Channel>> = contract
    return Object.entries(all).map(([name, channel]) => ({
      name,
      kind: channel.kind,
      does: channel.does,
      input: z.toJSONSchema(channel.input, { io: 'input', unrepresentable: 'any' }),
    }))
  },
}
