import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Refusal } from '../../shared/kernel/result'
import { fileLogger } from './logger'

it('logs of a failure its code alone, never a path or a name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cpd-log-'))
  const log = fileLogger(folder)
  const missing = join(folder, 'Sentinel School.cpdschool')
  try {
    statSync(missing)
  } catch (cause) {
    log.failure('open at start', cause)
  }
  log.failure('open at start', new Refusal('file.in-use', { reason: 'Sentinel' }))
  log.failure('open at start', new TypeError('Sentinel'))
  const text = readFileSync(join(folder, 'main.log'), 'utf8')
  expect(
    text
      .trim()
      .split('\n')
      .map((line) => line.replace(/^.*open at start/, '').trim()),
  ).toEqual(['ENOENT', 'file.in-use', 'TypeError'])
  expect(text).not.toContain('Sentinel')
})
