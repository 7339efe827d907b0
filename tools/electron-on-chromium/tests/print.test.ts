import { afterAll, beforeAll, expect, it } from 'vitest'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow } from '../electron.ts'
import { closeBrowser } from '../browser.ts'
import { printParameters } from '../print.ts'
import { openWindow } from './fixture.ts'

let window: BrowserWindow
beforeAll(async () => ({ window } = await openWindow('/print.html', false)))
afterAll(closeBrowser)

function facts(pdf: Buffer): Record<string, string> {
  const file = join(mkdtempSync(join(tmpdir(), 'stand-in-pdf-')), 'x.pdf')
  writeFileSync(file, pdf)
  const lines = execFileSync('pdfinfo', [file], { encoding: 'utf8' }).split('\n')
  return Object.fromEntries(
    lines.map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]),
  )
}

it('prints a hidden window on the paper asked for, tagged', async () => {
  const pdf = await window.webContents.printToPDF({ pageSize: 'A4', generateTaggedPDF: true })
  expect(facts(pdf)).toMatchObject({ 'Page size': expect.stringContaining('A4'), Tagged: 'yes', Title: 'Print' })
})

it('takes the size from the style sheet when asked, and writes an outline of the headings', async () => {
  const pdf = await window.webContents.printToPDF({
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
  expect(facts(pdf)['Page size']).toContain('A5')
  expect(pdf.toString('latin1')).toContain('/Outlines')
})

it('has the defaults of Electron: Letter, 1 cm margins, no background', () => {
  expect(printParameters({})).toMatchObject({
    paperWidth: 8.5,
    paperHeight: 11,
    marginTop: 0.4,
    printBackground: false,
  })
  expect(printParameters({ margins: { top: 0, left: 1 } })).toMatchObject({
    marginTop: 0,
    marginLeft: 1,
    marginBottom: 0.4,
  })
})

it('refuses a paper it does not know', async () => {
  await expect(window.webContents.printToPDF({ pageSize: 'B5' })).rejects.toThrow('Invalid pageSize B5')
})
