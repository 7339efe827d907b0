import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document as WordDocument, ExternalHyperlink, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { writePackFile } from '../../src/main/features/packs/pack-file'
import { manifest, soundFiles } from '../../src/main/features/packs/sound-pack.fixture'
import { expectNoAxeViolations, screenshot } from './checks'
import { draftOf, keepDraft } from './document-drafts'
import { launchApp } from './harness'
import { expectContents, expectPrintedWell } from './printed-pages'

/** Begins the CPD policy of the sample school and comes to its text. */
async function beginPolicy(page: Page): Promise<void> {
  page.setDefaultTimeout(10_000)
  await page.getByRole('button', { name: 'Open the sample school' }).click()
  await page.getByRole('link', { name: 'Documents', exact: true }).click()
  await page.getByRole('link', { name: 'Begin from a template' }).click()
  await page.getByRole('link', { name: 'CPD policy', exact: true }).click()
  await page.getByRole('button', { name: 'Begin this document' }).click()
  await page.getByRole('heading', { level: 2, name: 'About this policy' }).waitFor()
}

it('begins a policy, writes in it by keyboard, leaves a section out, approves it and compares it', async () => {
  const app = await launchApp()
  const { page } = app
  page.setDefaultTimeout(10_000)
  await page.getByRole('button', { name: 'Open the sample school' }).click()
  await page.getByRole('link', { name: 'Documents', exact: true }).click()
  await page.getByRole('heading', { name: 'What has your school written about its CPD?' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'documents-empty', 'small')
  await page.getByRole('link', { name: 'Begin from a template' }).click()
  await page.getByRole('link', { name: 'CPD policy', exact: true }).click()
  await page.getByRole('button', { name: 'Begin this document' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'document-begin', 'laptop')
  await page.getByRole('button', { name: 'Begin this document' }).click()

  // A fact of the school stands in the text, and says on hover what it is.
  const name = page.getByRole('link', { name: 'Hartwell Park Primary School' }).first()
  expect(await name.getAttribute('title')).toContain('The school’s name')
  await page.getByText('[The headteacher]').first().waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'document', 'laptop')

  // By keyboard alone: open, write, bold, leave.
  await page.getByRole('button', { name: 'Write in Aims' }).focus()
  await page.keyboard.press('Enter')
  const text = page.getByRole('textbox', { name: 'Text of Aims' })
  await text.waitFor()
  await page.keyboard.type('These aims are ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('ours')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('. ')
  await expectNoAxeViolations(page)
  await screenshot(page, 'document-writing', 'small')
  await page.keyboard.press('Escape')
  await text.waitFor({ state: 'detached' })
  await page.getByText('These aims are ours.').waitFor()
  await page.locator('strong', { hasText: 'ours' }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Write in Aims')

  // By mouse: where one clicks the cursor stands.
  const word = await page.getByText('The person who leads CPD is').boundingBox()
  if (word === null) throw new Error('the line is not on the page')
  await page.mouse.click(word.x + 2, word.y + word.height / 2)
  await page.getByRole('textbox', { name: 'Text of About this policy' }).waitFor()
  await page.keyboard.type('Mark: ')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByText('Mark: The person who leads CPD is').waitFor()

  await page.getByRole('button', { name: 'More about Identifying needs' }).click()
  await page.getByRole('menuitem', { name: 'Not for us' }).click()
  await page.getByRole('button', { name: 'Leave the section out' }).click()
  await page.getByRole('region', { name: /This was not saved/ }).waitFor()
  await page.getByRole('textbox', { name: /Why is it not/ }).fill('It stands in the improvement plan')
  await page.getByRole('button', { name: 'Leave the section out' }).click()
  await page.getByText('Not for us: It stands in the improvement plan').waitFor()

  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Find in this document' }).fill('these aims')
  await page.getByText('1 of 1').waitFor()
  await page.getByRole('button', { name: 'Close the search' }).click()

  // Handed in out of the middle of writing, and returned: what was written last stands there when it is opened again.
  await page.getByRole('button', { name: 'Write in Aims' }).click()
  await text.waitFor()
  await page.keyboard.type('Once more: ')
  await page.getByRole('button', { name: 'Hand in for approval' }).click()
  await page.getByText(/Its text is not changed meanwhile/).waitFor()
  await page.getByText('Once more: These aims are ours.').waitFor()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Return it to its draft' }).click()
  await page.getByRole('textbox', { name: /What is to be done/ }).fill('Name the months')
  await page.getByRole('button', { name: 'Return it', exact: true }).click()
  await page.getByRole('button', { name: 'Write in Aims' }).waitFor()
  await text.waitFor({ state: 'detached' })
  await page.getByText('Once more: These aims are ours.').waitFor()
  await page.getByRole('button', { name: 'Hand in for approval' }).click()
  await page.getByText(/Its text is not changed meanwhile/).waitFor()
  await page.getByRole('button', { name: 'Write in Aims' }).waitFor({ state: 'detached' })
  await approve(page)

  await page.getByRole('tab', { name: /Versions/ }).click()
  await page.getByText(/Approved by The governing board on 20 November 2025, Autumn meeting/).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'document-versions', 'laptop')
  await page.getByRole('link', { name: 'Read version 1' }).click()
  await page.getByRole('heading', { level: 1, name: 'CPD policy, version 1' }).waitFor()
  await page.getByText('These aims are ours.').waitFor()
  await page.getByText('Checksums: worked out anew, all as on that day').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'document-version', 'laptop')
  await page.goBack()
  await saveAs(app, 'Plain text', 'policy.txt', (bytes) => {
    const words = bytes.toString('utf8')
    expect(words).toContain('These aims are ours.')
    expect(words).not.toContain('{{')
    expect(words).not.toContain('Identifying needs')
  })
  await saveAs(app, 'PDF', 'policy.pdf', (bytes) => expect(bytes.subarray(0, 5).toString()).toBe('%PDF-'))
  const printed = join(app.userData, 'policy.pdf')
  await expectPrintedWell(printed, { title: /^CPD policy$/, running: 'CPD policy' })
  await expectContents(printed)
  await saveAs(app, 'Word document', 'policy.docx', (bytes) => expect(bytes.subarray(0, 2).toString()).toBe('PK'))

  await page.getByRole('button', { name: 'Open the text again' }).click()
  await page.getByRole('tab', { name: 'Text' }).click()
  await page.getByRole('button', { name: 'Write in Aims' }).click()
  await text.waitFor()
  await page.keyboard.type('Again: ')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByText('Again: Once more: These aims are').waitFor()
  await page.getByRole('tab', { name: /Versions/ }).click()
  await page.getByRole('link', { name: 'Compare version 1 with the working text' }).click()
  await page.getByRole('region', { name: 'Aims' }).waitFor()
  await expect.poll(() => page.locator('ins').allTextContents()).toContain('Again: ')
  await expectNoAxeViolations(page)
  await screenshot(page, 'document-compare', 'laptop')

  await page.getByRole('link', { name: 'Documents', exact: true }).first().click()
  await page.getByRole('grid', { name: 'Documents' }).getByText('Version 1 since 20 November 2025').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'documents', 'laptop')
}, 180_000)

async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Record the approval' }).click()
  await page.getByRole('textbox', { name: /Approved by/ }).fill('The governing board')
  await page.getByRole('textbox', { name: /At which meeting/ }).fill('Autumn meeting')
  await page.getByRole('checkbox', { name: /although something is unfinished/ }).press(' ')
  await expectNoAxeViolations(page)
  await screenshot(page, 'document-approve', 'laptop')
  await page.getByRole('button', { name: 'Approve and freeze the text' }).click()
  await page.getByText('Version 1 is in force', { exact: true }).waitFor({ timeout: 40_000 })
}

type App = Awaited<ReturnType<typeof launchApp>>

async function saveAs(app: App, format: string, file: string, look: (bytes: Buffer) => void): Promise<void> {
  const path = join(app.userData, file)
  await app.dialogs.save(path)
  await app.page.getByRole('button', { name: 'Save version 1 as' }).click()
  await app.page.getByRole('menuitem', { name: format }).click()
  await app.page.getByText(`Saved as ${file}`).waitFor({ timeout: 40_000 })
  look(readFileSync(path))
}

const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>
<!--StartFragment--><h1 style='mso-style-next:Normal'>Our <b style='mso-bidi-font-weight:normal'>way</b></h1>
<p class=MsoNormal style='color:red'><span style='font-weight:bold'>Bold</span> and <i>slanted</i>, <a href="http://www.gov.uk/cpd">a link</a> and <a href="file:///c:/x.doc">a file</a><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>First point</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>Inside</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>Second point</p>
<p class=MsoNormal><img width=10 src="file:///c:/clip.png"><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr><td width=100 colspan=2><p class=MsoNormal><b>Who</b></p></td></tr><tr><td><p class=MsoNormal>Ann</p></td><td><p class=MsoNormal>May</p></td></tr></table>
<!--EndFragment--></body></html>`

it('cleans what is pasted from Word, keeps what was typed when the window closes, puts facts in by name and notes something', async () => {
  const first = await launchApp()
  await beginPolicy(first.page)
  const { page } = first
  await page.getByRole('button', { name: 'Write in About this policy' }).click()
  const text = page.getByRole('textbox', { name: 'Text of About this policy' })
  await text.waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await text.evaluate((element, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, fromWord)
  await page.getByRole('button', { name: 'Done' }).click()
  await text.waitFor({ state: 'detached' })
  const section = page.getByRole('region', { name: 'About this policy' })
  await section.getByRole('cell', { name: 'May' }).waitFor()
  expect(await section.locator('.doc-body').innerHTML()).not.toMatch(/style=|Mso|<img|file:/)
  expect(await section.getByRole('heading', { level: 3 }).textContent()).toBe('Our way')
  expect(await section.locator('.doc-body p').first().innerText()).toMatch(/^Bold and slanted, a link/)
  expect(await section.locator('.doc-body > .rich-text > ul > li').count()).toBe(2)
  expect(await section.locator('.doc-body ul > li > ol > li').allInnerTexts()).toEqual(['Inside'])
  expect(await section.getByRole('table').locator('tr').first().locator('th, td').count()).toBe(2)

  await page.getByRole('button', { name: 'Write in About this policy' }).click()
  await page.getByRole('textbox', { name: 'Text of About this policy' }).waitFor()
  await page.keyboard.press('Control+Home')
  await page.getByRole('button', { name: 'Put in' }).click()
  await page.getByRole('menuitem', { name: 'A fact of the school' }).click()
  await page.getByRole('searchbox', { name: 'Find a fact' }).fill('authority')
  await expectNoAxeViolations(page)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('.doc-writing .doc-field').waitFor()
  await page.keyboard.press('End')
  await page.keyboard.type(' and [[what we do next]]')
  await page.locator('.doc-writing mark', { hasText: '[what we do next]' }).waitFor()
  await page.keyboard.press('ArrowLeft')
  await page.getByText('To be written: what we do next.').waitFor()
  await expectNoAxeViolations(page)

  // Two braces offer the facts by name; Escape leaves the braces, and the section stays open.
  await page.keyboard.press('End')
  await page.keyboard.type(' {{chair')
  await page.getByRole('listbox', { name: 'Facts of the school' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'document-facts-offered', 'laptop')
  await page.keyboard.press('Enter')
  await page.locator('.doc-writing .doc-field', { hasText: /chair of governors/i }).waitFor()
  await page.keyboard.type(' {{year')
  await page.getByRole('option', { name: /year/ }).first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('listbox').waitFor({ state: 'detached' })
  for (let typed = 0; typed < ' {{year'.length; typed += 1) await page.keyboard.press('Backspace')

  await page.getByRole('button', { name: 'Put in' }).click()
  await page.getByRole('menuitem', { name: 'A note to yourself' }).click()
  await page.getByRole('textbox', { name: /Your note/ }).fill('Ask Amina about this')
  await page.getByRole('button', { name: 'Keep the note' }).click()
  const notes = page.getByRole('list', { name: 'Notes to yourself: About this policy' })
  await notes.getByText('Ask Amina about this', { exact: true }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'document-note', 'laptop')
  await notes.getByRole('button', { name: /^Done/ }).click()
  await notes.waitFor({ state: 'detached' })
  await page.getByRole('tab', { name: /Notes to yourself/ }).click()
  await page.getByRole('list', { name: 'Notes that are done' }).waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('tab', { name: 'Text' }).click()
  await first.closeWindow()

  const second = await launchApp({ userData: first.userData })
  await second.page.getByRole('button', { name: 'Open the sample school' }).click()
  await second.page.getByRole('link', { name: 'Documents', exact: true }).click()
  await second.page.getByRole('link', { name: 'CPD policy' }).first().click()
  await second.page.getByText('[what we do next]').first().waitFor()
}, 120_000)

it('finds what was typed after a power cut, moves a section by keyboard, attaches the document, follows its template and takes one in from Word', async () => {
  const first = await launchApp()
  await beginPolicy(first.page)
  const id = await first.page.evaluate(() => location.hash.split('/').at(-1) ?? '')
  await first.page.getByRole('button', { name: 'Write in Aims' }).click()
  await first.page.getByRole('textbox', { name: 'Text of Aims' }).waitFor()
  // Without a pause, so that it is kept and not yet saved.
  await first.page.keyboard.type('Not lost, however long one types before the current goes. ', { delay: 40 })
  await expect.poll(() => draftOf(first.page, id)).toContain('Not lost')
  await first.kill9()

  const second = await launchApp({ userData: first.userData })
  const { page } = second
  page.setDefaultTimeout(10_000)
  await page.getByRole('button', { name: 'Open the sample school' }).click()
  await page.getByRole('link', { name: 'Documents', exact: true }).click()
  await page.getByRole('link', { name: 'CPD policy' }).first().click()
  await page.getByText('We kept what you had typed').waitFor()
  await page.locator('.doc-writing', { hasText: 'Not lost, however' }).waitFor()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByText('We kept what you had typed').waitFor({ state: 'detached' })
  // Words that are found and discarded are gone for good.
  await keepDraft(page, id, 'Wrong words')
  await page.reload()
  await page.locator('.doc-writing', { hasText: 'Wrong words' }).waitFor()
  await page.getByRole('button', { name: 'Discard it' }).click()
  await page.locator('.doc-section:first-child button:focus', { hasText: 'Write in' }).waitFor()
  await page.reload()
  await page.locator('.doc-text', { hasText: 'Not lost, however', hasNotText: 'Wrong words' }).waitFor()

  await page.getByRole('button', { name: 'Write in Aims' }).focus()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect.poll(() => page.locator('.doc-section h2').first().textContent()).toBe('Aims')
  await page.getByRole('tab', { name: /Attached/ }).click()
  await page.getByRole('combobox', { name: 'Which priority' }).fill('reads')
  await page.getByRole('option').first().click()
  await page.getByRole('button', { name: 'Attach', exact: true }).click()
  await page.getByRole('link', { name: /Every child reads/ }).waitFor()
  await expectNoAxeViolations(page)
  await walkFromPriority(page)
  await followTemplate(second)
  await takeWordIn(second)
}, 200_000)

/** On the page of what it is attached to: taken off, attached again, and another begun for it. */
async function walkFromPriority(page: Page): Promise<void> {
  await page.getByRole('link', { name: /Every child reads/ }).click()
  const attached = page.getByRole('list', { name: 'Documents', exact: true })
  await attached.getByText('Policy, draft').waitFor()
  await attached.getByRole('button', { name: 'Take off CPD policy' }).click()
  await page.getByText('None yet.').waitFor()
  await page.getByRole('button', { name: 'Attach a document' }).click()
  await page.getByRole('combobox', { name: /Which document/ }).fill('policy')
  await page.getByRole('option', { name: /CPD policy/ }).click()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Attach it' }).click()
  await attached.getByRole('link', { name: 'CPD policy' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'priority-documents', 'laptop')
  await page.getByRole('link', { name: 'Begin one for it' }).click()
  await page.getByRole('link', { name: 'A blank document' }).click()
  await page.getByText('It will be attached to the priority you came from.').waitFor()
  await page.getByRole('textbox', { name: /Its name/ }).fill('How we teach reading')
  await page.getByRole('button', { name: 'Begin this document' }).click()
  await page.getByRole('heading', { level: 1, name: 'How we teach reading' }).waitFor()
  await page.getByRole('tab', { name: /Attached/ }).click()
  await page.getByRole('link', { name: /Every child reads/ }).waitFor()
}

/** A policy that the school has in Word becomes a document, once it is seen what cannot be kept. */
async function takeWordIn(app: App): Promise<void> {
  const { page } = app
  const path = join(app.userData, 'Old policy.docx')
  const link = new ExternalHyperlink({ link: 'file:///c:/x.docx', children: [new TextRun('our list')] })
  const children = [
    new Paragraph({ text: 'Who learns', heading: HeadingLevel.HEADING_1 }),
    new Paragraph({ children: [new TextRun('Everybody on '), link] }),
    new Paragraph({ text: 'What it costs', heading: HeadingLevel.HEADING_1 }),
  ]
  writeFileSync(path, await Packer.toBuffer(new WordDocument({ sections: [{ children }] })))
  await page.getByRole('link', { name: 'Documents', exact: true }).first().click()
  await page.getByRole('link', { name: 'Begin a document' }).click()
  await page.getByRole('link', { name: 'A Word document you have' }).click()
  await app.dialogs.open(path)
  await page.getByRole('button', { name: 'Choose a Word document' }).click()
  await page.getByText(/1 link to a file/).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'document-word', 'laptop')
  await page.getByRole('button', { name: 'Take the document in' }).click()
  await page.getByRole('heading', { level: 1, name: 'Old policy' }).waitFor()
  await page.getByText('Everybody on our list').waitFor()
}

const pack = (version: string, policy: string) =>
  writePackFile(
    soundFiles({ 'pack.json': JSON.stringify({ ...manifest, version }), 'templates/policy.md': policy }),
  )

/** An authority hands its policy out, and a newer edition after a school has begun its own from it. */
async function followTemplate(app: App): Promise<void> {
  const { page } = app
  const hand = async (version: string, policy: string) => {
    const path = join(app.userData, `${version}.cpdpack`)
    writeFileSync(path, pack(version, policy))
    await app.dialogs.open(path)
    await page.evaluate(() => (window as unknown as { cpd: Bridge }).cpd.call('packs.add', {}))
  }
  await hand('2026.1', '## Aims {#aims}\n\nWe learn.\n\n## Roles {#roles}\n\nThe head leads.\n')
  const id = await page.evaluate(async () => {
    const { cpd } = window as unknown as { cpd: Bridge }
    const made = await cpd.call('documents.create', { templateId: 'policy', title: 'Ours' })
    return made.value.id
  })
  await hand('2026.2', '## Our aims {#aims}\n\nWe learn together.\n\n## Needs {#needs}\n\nWe ask everybody.\n')
  await page.evaluate((to) => void (location.hash = to), `#/documents/${id}`)
  await page.getByRole('link', { name: 'Compare and decide' }).click()
  await page.getByText('3 sections wait for a decision.').waitFor()
  await page.getByRole('region', { name: 'Our aims' }).locator('ins', { hasText: 'together' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'document-template', 'laptop')
  await page.getByRole('button', { name: 'Take the new wording (Our aims)' }).click()
  await page.getByText('2 sections wait for a decision.').waitFor()
  await page.getByRole('button', { name: 'Do without it (Needs)' }).click()
  await page.getByText('1 section waits for a decision.').waitFor()
  await page.getByRole('button', { name: 'Remove it here too (Roles)' }).click()
  await page.getByText('Nothing waits for a decision.').waitFor()
  await page.getByRole('link', { name: 'Back to the document' }).click()
  await page.getByText('We learn together.').waitFor()
}

interface Bridge {
  call(channel: string, input: object): Promise<{ readonly value: { readonly id: string } }>
}
