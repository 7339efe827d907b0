import type { Page } from 'playwright-core'

/** Leaves words in the first section of a document as a power cut leaves them: typed, kept and not saved. */
export async function keepDraft(page: Page, recordId: string, words: string): Promise<void> {
  await page.evaluate(
    async ([id, text]) => {
      type Call = (
        channel: string,
        input: object,
      ) => Promise<{ value: { sections: { id: string; title: string }[] } }>
      const { call } = (window as unknown as { cpd: { call: Call } }).cpd
      const section = (await call('documents.get', { id })).value.sections[0]
      const body = JSON.stringify({
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      })
      await call('drafts.save', {
        form: 'documents.section',
        recordId: id,
        body: {
          base: { sectionId: '', title: '', body: '' },
          typed: { sectionId: section?.id, title: section?.title, body },
        },
      })
    },
    [recordId, words],
  )
}

/** What was typed in a document and is kept until it is saved, as JSON. */
export function draftOf(page: Page, recordId: string): Promise<string> {
  return page.evaluate(async (id) => {
    type Call = (channel: string, input: object) => Promise<unknown>
    const { call } = (window as unknown as { cpd: { call: Call } }).cpd
    return JSON.stringify(await call('drafts.get', { form: 'documents.section', recordId: id }))
  }, recordId)
}
