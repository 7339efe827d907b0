import { basename } from 'node:path'
import { Refusal } from '../../../shared/kernel/result'
import type { OutputFor } from '../../../shared/contract'
import type { SchoolDesk } from '../../db/school-desk'
import { wordLimits } from '../../imports/parse-job'
import { readWordFile, type ParserHost } from '../../imports/parser-process'
import type { Host } from '../../lib/host'

export interface WordNeeds {
  readonly desk: SchoolDesk
  readonly host: Host
  readonly parser: ParserHost
}

/**
 * Asks for a Word document and reads it in the process for files that others made. Throws Refusals `cancelled` and
 * `import.*`; nothing is written.
 */
export async function readWordDocument({
  desk,
  host,
  parser,
}: WordNeeds): Promise<OutputFor<'documents.readWord'>> {
  const [path] = await desk.sameSchoolAfter(() =>
    host.askOpenFiles({
      title: 'Choose a Word document',
      kinds: [{ name: 'Word document', extensions: ['docx'] }],
    }),
  )
  if (path === undefined) throw new Refusal('cancelled')
  const word = await desk.sameSchoolAfter(() => readWordFile(parser, { path, limits: wordLimits }))
  return {
    ...word,
    // What stands before the first heading needs one here.
    sections: word.sections.map(({ title, body }) => ({ title: title === '' ? 'Introduction' : title, body })),
    fileName: basename(path),
  }
}
