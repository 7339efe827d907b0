import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'

/** What is large and not needed to open a school: readers and writers of files, the texts of the packs. */
const LATER = /^(hucre|docx|mammoth|csv-parse|pdfjs-dist)(\/|$)/
const CONTENT = 'src/main/features/packs/built-in-content.ts'

/** What a file loads at once: no types, nothing that is imported when it is called for. */
function loadedBy(file: string): string[] {
  const code = readFileSync(file, 'utf8')
  return [...code.matchAll(/^(?:import|export) (?!type\b)(?:[^'"]*? from )?'([^']+)'/gm)].map(
    ([, from]) => from ?? '',
  )
}

/** Every library and file that the start of main loads, each with the file that asks for it. */
function loadedAtStart(entry: string): Map<string, string> {
  const found = new Map([[entry, 'the start']])
  const left = [entry]
  for (let file = left.pop(); file !== undefined; file = left.pop())
    for (const from of loadedBy(file)) {
      const path = from.startsWith('.') ? resolve(dirname(file), from) : undefined
      const target = path === undefined ? from : [`${path}.ts`, path].find((each) => existsSync(each))
      if (target === undefined) throw new Error(`${relative('.', file)} imports ${from}, which is not there`)
      if (found.has(target)) continue
      found.set(target, relative('.', file))
      if (target.endsWith('.ts')) left.push(target)
    }
  return found
}

it('loads at the start nothing that reads or writes files of others, nor the texts of the packs', () => {
  const loaded = loadedAtStart(resolve('src/main/program.ts'))
  expect(loaded.size).toBeGreaterThan(200)
  const early = [...loaded].filter(([what]) => LATER.test(what) || what === join(resolve('.'), CONTENT))
  expect(early).toEqual([])
})
