import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../shared/kernel/result'
import { compareVersions, slugOf } from '../../../shared/features/packs/content'
import { sha256OfText } from '../../lib/files'
import { filesOfPackFile, writePackFile } from './pack-file'
import { manifest, soundFiles } from './sound-pack.fixture'
import { buildPack, checkPack, diffPacks, packSchemas } from './tools'

function folderOf(files: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cpd-pack-'))
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'no refusal'
  } catch (cause) {
    if (cause instanceof Refusal) return cause.code
    throw cause
  }
}

describe('a pack on its way to schools', () => {
  it('is checked and counted, as a folder and as one file', () => {
    const folder = folderOf(soundFiles())
    const out = join(folder, '..', 'northshire.cpdpack')
    const counted = { guide: 1, template: 1, acronym: 2, checklist: 1 }
    expect(checkPack(folder)).toMatchObject({ ok: true, id: 'northshire', contents: counted })
    const built = buildPack(folder, out)
    expect(built.sha256).toBe(sha256OfText(readFileSync(out, 'utf8')))
    expect(checkPack(out)).toMatchObject({ ok: true, version: '2026.2', contents: counted })
  })

  it('is the same bytes from the same files, in whatever order they come', () => {
    expect(writePackFile(new Map([...soundFiles()].reverse()))).toBe(writePackFile(soundFiles()))
  })

  it('is not written while it has a fault', () => {
    const folder = folderOf(soundFiles({ 'guides/what-counts.md': undefined }))
    const out = join(folder, '..', `faulty-${Date.parse(manifest.dated)}.cpdpack`)
    expect(codeOf(() => buildPack(folder, out))).toBe('pack.faulty')
    expect(existsSync(out)).toBe(false)
  })

  it('is not written over a school', () => {
    const school = join(folderOf(soundFiles()), '..', `school-${Date.parse(manifest.dated)}.cpdschool`)
    writeFileSync(school, 'SQLite format 3\u0000 and more')
    expect(codeOf(() => buildPack(folderOf(soundFiles()), school))).toBe('file.is-school')
    expect(readFileSync(school, 'utf8')).toContain('and more')
  })

  it('refuses what is no pack, was changed on its way, or is not text', () => {
    const whole = writePackFile(soundFiles())
    expect(codeOf(() => filesOfPackFile('PK\u0003\u0004'))).toBe('pack.not-a-pack')
    expect(codeOf(() => filesOfPackFile('{}'))).toBe('pack.not-a-pack')
    expect(codeOf(() => filesOfPackFile('['.repeat(100_000)))).toBe('pack.not-a-pack')
    expect(codeOf(() => filesOfPackFile(whole.slice(0, -20)))).toBe('pack.not-a-pack')
    expect(codeOf(() => filesOfPackFile(whole.replace('One.', 'Won.')))).toBe('pack.damaged')
    expect(codeOf(() => filesOfPackFile(whole.replace('"guides.json"', '"../guides.json"')))).toBe('pack.damaged')
    const folder = folderOf(soundFiles())
    writeFileSync(join(folder, 'guides', 'logo.exe'), 'MZ')
    expect(codeOf(() => checkPack(folder))).toBe('pack.damaged')
    const latin = folderOf(soundFiles())
    writeFileSync(join(latin, 'guides', 'what-counts.md'), Buffer.from([0x63, 0x61, 0x66, 0xe9]))
    expect(codeOf(() => checkPack(latin))).toBe('pack.damaged')
    expect(codeOf(() => checkPack(join(folder, 'nowhere')))).toBe('pack.not-a-pack')
  })

  it.skipIf(process.platform === 'win32')('does not follow a link out of its folder', () => {
    const folder = folderOf(soundFiles())
    symlinkSync('/etc/hostname', join(folder, 'guides', 'host.md'))
    expect(codeOf(() => checkPack(folder))).toBe('pack.damaged')
  })

  it('tells what a later edition adds, takes away and changes, by section', () => {
    const before = folderOf(soundFiles())
    const after = folderOf(
      soundFiles({
        'pack.json': JSON.stringify({ ...manifest, version: '2026.10' }),
        'guides/what-counts.md': '## First\n\nOne, again.\n\n## Third\n\nThree.\n',
        'acronyms.json': JSON.stringify({ acronyms: [{ acronym: 'TA', meaning: 'teaching assistant' }] }),
      }),
    )
    expect(diffPacks(before, after)).toEqual({
      from: { id: 'northshire', version: '2026.2' },
      to: { id: 'northshire', version: '2026.10' },
      isUpdate: true,
      changes: [
        { kind: 'acronym', id: 'cpd-central-purchasing-department', what: 'removed', details: [] },
        { kind: 'acronym', id: 'cpd-continuing-professional-development', what: 'removed', details: [] },
        { kind: 'acronym', id: 'ta-teaching-assistant', what: 'added', details: [] },
        {
          kind: 'guide',
          id: 'what-counts',
          what: 'changed',
          details: ['new section: Third', 'section gone: Second', 'section changed: First'],
        },
      ],
    })
    expect(diffPacks(after, before).isUpdate).toBe(false)
  })

  it('orders versions by their figures, and makes ids of words', () => {
    expect(compareVersions('2026.2', '2026.10')).toBeLessThan(0)
    expect(compareVersions('2026.2', '2026.2.0')).toBe(0)
    expect(slugOf('  INSET day (“Baker day”) ')).toBe('inset-day-baker-day')
  })

  it('has a JSON Schema for each of its files', () => {
    const schemas = packSchemas()
    expect(Object.keys(schemas)).toContain('guides.json')
    expect(schemas['pack.json']).toMatchObject({ type: 'object', additionalProperties: false })
  })
})
