import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const LISTED_LINES = 250
const MOST_LINES = 400
const LISTED_FUNCTION_LINES = 40

const isFreeOfLimits = (path: string) => /[/\\]migrations[/\\]|[/\\]schema\.ts$/.test(path)

const files = ['src', 'tests', 'tools', 'bench'].flatMap((folder) => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|js|css)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    // The folder is not there yet.
    return []
  }
})

const linesOf = (path: string) => readFileSync(path, 'utf8').split('\n').length

it(`lists files over ${LISTED_LINES} lines; none is over ${MOST_LINES}`, () => {
  expect(files.length).toBeGreaterThan(50)
  const long = files.filter((path) => !isFreeOfLimits(path)).map((path) => ({ path, lines: linesOf(path) }))
  const listed = long.filter(({ lines }) => lines > LISTED_LINES).sort((a, b) => b.lines - a.lines)
  console.info(listed.map(({ path, lines }) => `${lines} lines: ${path}`).join('\n'))
  expect(listed.filter(({ lines }) => lines > MOST_LINES + 1)).toEqual([])
})

it(`lists functions over ${LISTED_FUNCTION_LINES} lines`, () => {
  const config = join(mkdtempSync(join(tmpdir(), 'cpd-size-')), 'oxlint.json')
  const limit = { max: LISTED_FUNCTION_LINES, skipBlankLines: true, skipComments: true }
  const rules = { 'eslint/max-lines-per-function': ['warn', limit] }
  writeFileSync(config, JSON.stringify({ categories: { correctness: 'off' }, rules }))
  const output = execFileSync(
    process.execPath,
    [resolve('node_modules/oxlint/bin/oxlint'), '-c', config, '-f', 'json', 'src', 'tools'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const { diagnostics, number_of_files: checked } = JSON.parse(output) as {
    diagnostics: readonly { filename: string; message: string }[]
    number_of_files: number
  }
  expect(checked).toBeGreaterThan(50)
  const listed = diagnostics.filter(({ filename }) => !/\.test\.|migrations/.test(filename))
  console.info(listed.map(({ filename, message }) => `${filename}: ${message}`).join('\n'))
})
