// Draws resources/icon.svg as icon.png (512 px) and icon.ico (16 to 256 px) with the system's browser.
// Run after changing the drawing: `node tools/icons/make-icons.mjs`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser } from '../lib/find-browser.mjs'
import { root } from '../lib/run.mjs'
import { icoFile } from './ico.mjs'

const SIZES = [16, 24, 32, 48, 64, 128, 256]
const svg = readFileSync(join(root, 'resources', 'icon.svg'), 'utf8')

const executablePath = findBrowser()
if (executablePath === undefined) throw new Error('No Chrome, Chromium or Edge was found.')
const browser = await chromium.launch({ executablePath })
const page = await browser.newPage()

/** @param {number} size in pixels */
async function draw(size) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  return page.screenshot({ omitBackground: true })
}

writeFileSync(join(root, 'resources', 'icon.png'), await draw(512))
const images = []
for (const size of SIZES) images.push({ size, png: await draw(size) })
writeFileSync(join(root, 'resources', 'icon.ico'), icoFile(images))
await browser.close()
