import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { askChild } from './ask-child'

/** A child that does this with the question. */
function childThat(does: string): { module: string; name: string } {
  const folder = mkdtempSync(join(tmpdir(), 'cpd-child-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const module = join(folder, 'child.mjs')
  writeFileSync(module, `process.parentPort.on('message', ({ data }) => { ${does} })`)
  return { module, name: 'a test' }
}

const early = () => new Error('it ended early')

it('gives the answer of a process of its own, and ends it', async () => {
  const child = childThat('process.parentPort.postMessage({ ok: true, pid: process.pid, twice: data * 2 })')
  const { pid, twice } = await askChild<{ ok: true; pid: number; twice: number }>(child, 21, early)
  expect(twice).toBe(42)
  await expect.poll(() => isThere(pid)).toBe(false)
})

it('says so when the process ends without an answer', async () => {
  await expect(askChild(childThat('process.exit(3)'), 1, early)).rejects.toThrow('it ended early')
})

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
