import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { bundleChild, removeChild } from './support'

it('removes the folder of a bundle that was made, and none where none was', async () => {
  const child = await bundleChild('writer')
  expect(existsSync(child)).toBe(true)
  removeChild(child)
  expect(existsSync(child)).toBe(false)
})

it.each(['', 'package.json', '.cache/faults'])('leaves %j alone', (path) => {
  removeChild(path)
  expect(existsSync('package.json')).toBe(true)
})
