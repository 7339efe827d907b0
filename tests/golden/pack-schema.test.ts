import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { packSchemas } from '../../src/main/features/packs/tools'

const folder = 'docs/pack-schema'
/** `guides.json` is published as `guides.schema.json`, every file of `checklists/` as `checklist.schema.json`. */
const publishedName = (file: string): string =>
  file.includes('*') ? `${file.split('/')[0]?.replace(/s$/, '')}.schema.json` : file.replace(/json$/, 'schema.json')

it('the JSON Schemas of packs are published as they are checked (`npx vitest run tests/golden -u` publishes them anew)', async () => {
  const schemas = Object.entries(packSchemas())
  for (const [file, schema] of schemas)
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(resolve(folder, publishedName(file)))
  expect(readdirSync(folder).toSorted()).toEqual(schemas.map(([file]) => publishedName(file)).toSorted())
})

it('every file of the built-in packs has a schema', () => {
  const names = readdirSync(folder)
  const files = readdirSync('resources/packs').flatMap((pack) => readdirSync(resolve('resources/packs', pack)))
  expect(files.filter((file) => file.endsWith('.json') && !names.includes(publishedName(file)))).toEqual([])
})
