import { resolve } from 'node:path'
import { Refusal } from '../../shared/kernel/result'
import { FailedAnswer, parseCommand, type Command } from '../command'

/** `pack check|build|diff|schema`: for those who write content, without a school file. */
export const packCommand: Command = {
  name: 'pack',
  usage: 'check FOLDER|FILE | build FOLDER --out FILE.cpdpack | diff BEFORE AFTER | schema',
  does: 'Checks a content pack, writes it as one file to hand on, tells what a later edition changes, prints its JSON Schema.',
  run(args, { binder }) {
    const given = parseCommand(args, { out: { type: 'string' } })
    const [what, ...paths] = given.words
    const at = (index: number) => {
      const path = paths[index]
      if (path === undefined) throw new Refusal('cli.usage', { problem: `pack ${what ?? ''}: a path is missing` })
      return resolve(path)
    }
    switch (what) {
      case 'check': {
        const checked = binder.packs.check(at(0))
        if (checked.ok) return checked
        const [first] = checked.problems
        const problems = first ? `${first.file}${first.at === '' ? '' : `, ${first.at}`}: ${first.reason}` : ''
        return new FailedAnswer(checked, new Refusal('pack.faulty', { count: checked.problems.length, problems }))
      }
      case 'build':
        return binder.packs.build(at(0), resolve(given.need('out')))
      case 'diff':
        return binder.packs.diff(at(0), at(1))
      case 'schema':
        return binder.packs.schemas()
      default:
        throw new Refusal('cli.usage', { problem: 'pack is followed by check, build, diff or schema' })
    }
  },
}
