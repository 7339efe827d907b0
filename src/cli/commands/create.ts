import { basename, resolve } from 'node:path'
import { z } from 'zod'
import { zProfileInput } from '../../shared/features/school/model'
import { academicYearOf, periodOf } from '../../shared/kernel/years'
import { Refusal } from '../../shared/kernel/result'
import { parseCommand, parseJson, type Command } from '../command'

/** The profile as the command line takes it: `urn` may be a number, `la` is the authority's name. */
const zCliProfile = z
  .object({
    name: z.string(),
    regime: z.enum(['maintained', 'academy']),
    urn: z.union([z.string(), z.number()]).transform(String).optional(),
    la: z.string().optional(),
    phase: z.string().optional(),
    pupilsOnRoll: z.int().optional(),
    cpdLeaderTitle: z.string().default('CPD leader'),
  })
  .strict()

export const createCommand: Command = {
  name: 'create',
  usage: `--file S.cpdschool (--sample | --profile '{"name", "regime": "maintained"|"academy", "urn"?, "la"?, "phase"?, "pupilsOnRoll"?}')`,
  does: 'Make a new school file',
  run(args, { binder }) {
    const options = parseCommand(args, {
      file: { type: 'string' },
      sample: { type: 'boolean' },
      profile: { type: 'string' },
    })
    const path = resolve(options.need('file'))
    if (options.values['sample'] === true) {
      binder.school.createSampleAt(path)
    } else {
      const given = zCliProfile.safeParse(parseJson(options.need('profile'), '--profile'))
      if (!given.success) throw new Refusal('input.invalid', { field: given.error.issues[0]?.path.join('.') ?? '' })
      const { la, cpdLeaderTitle, ...profile } = given.data
      // From the start of the academic year before this one, so that last year's records and report have a school.
      const validFrom = periodOf(
        { kind: 'academic', startYear: academicYearOf(binder.school.status().today) - 1 },
        'maintained',
      ).startsOn
      binder.school.createAt(path, {
        profile: zProfileInput.parse({ ...profile, validFrom, authorityName: la ?? null }),
        cpdLeaderTitle,
      })
    }
    const status = binder.school.status()
    return {
      file: basename(path),
      school: status.profile?.name,
      regime: status.profile?.regime,
      urn: status.profile?.urn ?? null,
      origin: status.origin,
    }
  },
}
