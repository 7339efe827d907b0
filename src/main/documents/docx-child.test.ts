import { describe, expect, it } from 'vitest'
import { sampleReport } from '../../../tests/fixtures/report-document'
import { partsOfZip } from '../../../tests/fixtures/read-zip'
import { writeDocx } from './docx'
import { answerTo, type WordJob } from './docx-child'

/** A job and its answer, both copied as a channel between processes copies them. */
const asked = async (job: WordJob) => structuredClone(await answerTo(structuredClone(job)))

describe('the process that writes Word files', () => {
  it('answers with the file that would be written here', async () => {
    const answer = await asked({ report: sampleReport, charts: [], logo: undefined })
    if (!answer.ok) throw new Error(answer.error)
    const text = (content: Uint8Array) => partsOfZip(content).get('word/document.xml')
    expect(text(answer.content)).toBeDefined()
    expect(text(answer.content)).toEqual(text(await writeDocx(sampleReport, [])))
  })

  it('tells where writing one went wrong', async () => {
    const unread = Object.defineProperty({ ...sampleReport }, 'blocks', {
      get: () => {
        throw new RangeError('no such block')
      },
    })
    expect(await answerTo({ report: unread, charts: [], logo: undefined })).toMatchObject({
      ok: false,
      error: expect.stringContaining('no such block'),
    })
  })
})
