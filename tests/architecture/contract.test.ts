import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import { contract } from '../../src/shared/contract'
import type { Channel } from '../../src/shared/kernel/channel'
import { binder } from '../fixtures/school'

const root = join(import.meta.dirname, '../..')
const channels: [string, Channel][] = Object.entries(contract)

/** The text of every test of the product, this file left out. */
function testTexts(): string {
  const files = ['src', 'tests'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(test|e2e)\.ts$/.test(name) && !name.includes('architecture'))
      .map((name) => join(root, folder, name)),
  )
  expect(files.length).toBeGreaterThan(20)
  return files.map((file) => readFileSync(file, 'utf8')).join('\n')
}

describe('every channel', () => {
  it('is found at all', () => expect(channels.length).toBeGreaterThan(60))

  it.each(channels)('%s takes an object and says in a sentence what it does', (_name, channel) => {
    expect(z.toJSONSchema(channel.input, { io: 'input', unrepresentable: 'any' })).toMatchObject({ type: 'object' })
    expect(channel.does).toMatch(/^[A-Z].{8,}[^.]$/)
  })

  it('has a handler that is reached only through its schema', async () => {
    const b = binder()
    for (const [name] of channels) {
      // Nothing that is not an object is an input of any channel.
      expect(await b.codeOf(name as never, 'not an object'), name).toBe('input.invalid')
    }
    expect(await b.codeOf('toString' as never, {})).toBe('channel.unknown')
    expect(await b.codeOf('__proto__' as never, {})).toBe('channel.unknown')
  })

  it('is called by at least one test', () => {
    const texts = testTexts()
    const untested = channels.map(([name]) => name).filter((name) => !texts.includes(`'${name}'`))
    expect(untested).toEqual([])
  })
})
