import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { hasRoom, inMemory } from '../in-memory.mjs'

it('gives a step a folder of its own in memory and removes it, and the usual one where there is none', async () => {
  const folder = await inMemory({ KEPT: '1' }, (env) => {
    expect(env['KEPT']).toBe('1')
    const given = env['TMPDIR']
    if (given !== undefined) writeFileSync(join(given, 'school'), 'x')
    return Promise.resolve(given)
  })
  expect(folder === undefined || (dirname(folder) === '/dev/shm' && !existsSync(folder))).toBe(true)
  expect(folder !== undefined).toBe(hasRoom('/dev/shm'))
})

it('removes the folder of a step that fails', async () => {
  let given: string | undefined
  await expect(
    inMemory({}, (env) => {
      given = env['TMPDIR']
      return Promise.reject(new Error('it failed'))
    }),
  ).rejects.toThrow('it failed')
  expect(given === undefined || !existsSync(given)).toBe(true)
})

it('does not take a folder that is not there', () => {
  expect(hasRoom(join(mkdtempSync(join(tmpdir(), 'cpd-')), 'none'))).toBe(false)
})
