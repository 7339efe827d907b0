import { resolve } from 'node:path'
import { z } from 'zod'
import type { ImportPlan, Where } from '../../shared/features/imports/contract'
import { zImportKind } from '../../shared/features/imports/model'
import { Refusal } from '../../shared/kernel/result'
import { parseCommand, parseJson, type Command } from '../command'

const zMap = z.record(z.string(), z.string())

/** `--where Column=Value|Value`: given several times, every one must hold. */
function whereOf(texts: readonly string[]): Where[] {
  return texts.map((text) => {
    const equals = text.indexOf('=')
    if (equals < 1) throw new Refusal('cli.usage', { problem: '--where needs a column, = and a value' })
    return {
      column: text.slice(0, equals).trim(),
      values: text
        .slice(equals + 1)
        .split('|')
        .map((value) => value.trim()),
    }
  })
}

function mapOf(text: string | undefined): Record<string, string> {
  if (text === undefined) return {}
  const parsed = zMap.safeParse(parseJson(text, '--map'))
  if (!parsed.success) throw new Refusal('cli.usage', { problem: '--map is not an object of texts' })
  return parsed.data
}

/** What a script needs of a plan: names of people are left out unless asked for (`--names`). */
function printed(
  plan: ImportPlan,
  done: { readonly new: number; readonly changed: number; readonly same: number },
) {
  return {
    read: plan.read,
    new: done.new,
    changed: done.changed,
    same: done.same,
    refused: plan.refused.map(({ file, row, column, code, message }) => ({ file, row, column, code, message })),
    noted: plan.noted.map(({ file, row, column, code, message }) => ({ file, row, column, code, message })),
    leftOut: plan.leftOut,
    blank: plan.blank,
    absent: plan.absent.count,
    totals: plan.totals ?? {},
  }
}

export const importCommand: Command = {
  name: 'import',
  usage:
    'staff|ledger|gias|catalogue|requests --file S.cpdschool --from FILE[,FILE…] [--urn N] [--map JSON] [--where COLUMN=VALUE[|VALUE…]] [--dry-run]',
  does: 'Brings in a staff list, a ledger, a catalogue of courses, filled-in requests or a school from a register: in one change, or not at all.',
  async run(args, { binder, progress }) {
    const given = parseCommand(args, {
      file: { type: 'string' },
      from: { type: 'string' },
      urn: { type: 'string' },
      map: { type: 'string' },
      where: { type: 'string', multiple: true },
      'dry-run': { type: 'boolean' },
    })
    const kind = zImportKind.safeParse(given.words[0])
    if (!kind.success || kind.data === 'workforce')
      throw new Refusal('cli.usage', { problem: 'say what to import: staff, ledger, gias, catalogue or requests' })
    const urn = given.get('urn')
    if (urn !== undefined && !/^\d{5,6}$/.test(urn))
      throw new Refusal('cli.usage', { problem: '--urn is not five or six figures' })
    const where = whereOf(Array.isArray(given.values['where']) ? given.values['where'] : [])
    const map = mapOf(given.get('map'))
    const paths = given
      .need('from')
      .split(',')
      .map((path) => path.trim())
      .filter((path) => path !== '')
      .map((path) => resolve(path))
    binder.school.openAt(resolve(given.need('file')))
    progress(0, undefined)
    const { token } = binder.imports.take(kind.data, paths)
    const plan = await binder.imports.plan({ token, where, map, urn, remember: false }, progress)
    progress(plan.read, plan.read)
    if (given.values['dry-run'] === true) return { ...printed(plan, plan), dryRun: true }
    const done = binder.imports.commit(token)
    return { ...printed(plan, done), changeId: done.changeId }
  },
}
