import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorCodes } from '../../src/shared/kernel/error-codes'

const folder = join(import.meta.dirname, '../../src/shared/kernel/refusals')

/** The codes of every file of the folder, one after the other. */
async function codesInFiles(): Promise<string[]> {
  const codes: string[] = []
  for (const name of readdirSync(folder)) {
    if (name === 'sentence.ts') continue
    const said = (await import(join(folder, name))) as Record<string, object>
    codes.push(...Object.values(said).flatMap((family) => Object.keys(family)))
  }
  return codes
}

describe('the families of refusals', () => {
  it('are all in the closed list, and no code stands in two of them', async () => {
    const codes = await codesInFiles()
    expect(codes.length).toBeGreaterThan(100)
    expect(codes.toSorted()).toEqual([...errorCodes].toSorted())
  })
})
