import { resolve } from 'node:path'
import { annualCostPence, onCostTenths, payBasis, TEACHER_DAYS } from '../../shared/features/imports/workforce'
import { dayRatePence } from '../../shared/features/school/model'
import { zDay } from '../../shared/kernel/dates'
import { Refusal } from '../../shared/kernel/result'
import { parseCommand, type Command } from '../command'

/** `propose-rates`: what a day costs by a published workforce file; kept only with `--accept`. */
export const ratesCommand: Command = {
  name: 'propose-rates',
  usage:
    '--file S.cpdschool --from FILE [--authority N] [--phase NAME] [--urn N] [--all] [--on-costs PERCENT] [--accept --since YYYY-MM-DD]',
  does: 'Proposes what a day of teachers costs from the school workforce census: mean pay with on-costs ÷ 195.',
  async run(args, { binder }) {
    const text = { type: 'string' } as const
    const flag = { type: 'boolean' } as const
    const given = parseCommand(args, {
      file: text,
      from: text,
      authority: text,
      phase: text,
      urn: text,
      since: text,
      'on-costs': text,
      all: flag,
      accept: flag,
    })
    const accepts = given.values['accept'] === true
    const since = accepts ? zDay.safeParse(given.need('since')) : undefined
    if (since?.success === false) throw new Refusal('day.invalid')
    binder.school.openAt(resolve(given.need('file')))
    const { token } = binder.imports.take('workforce', [resolve(given.need('from'))])
    const found = await binder.imports.findPay(token, scopeIn(given))
    const proposed = propose(found, tenthsIn(given.get('on-costs')))
    const readOn = binder.school.status().today
    const rates = proposed.map((rate) => ({ ...rate, basis: payBasis(found, rate.onCostTenths, readOn) }))
    for (const { staffGroupId, annualCostPence: annual, basis } of since?.success ? rates : []) {
      const rate = {
        staffGroupId,
        validFrom: since?.data,
        annualCostPence: annual,
        daysPerYear: TEACHER_DAYS,
        basis,
      }
      const saved = await binder.dispatch('school.saveBandRate', rate)
      if (!saved.ok) throw new Refusal(saved.code, saved.facts, saved.fields)
    }
    const { scope, schools, withoutPay, teachersFte, meanSalaryPence } = found
    return { scope, schools, withoutPay, teachersFte, meanSalaryPence, rates, accepted: accepts }
  },
}

type Given = ReturnType<typeof parseCommand>
type Found = Awaited<ReturnType<Parameters<Command['run']>[1]['binder']['imports']['findPay']>>

/** The schools named; undefined when none are, which asks for those like our own. */
function scopeIn(given: Given): Found['scope'] | undefined {
  const [authority, phase, urn] = [given.get('authority'), given.get('phase'), given.get('urn')]
  if (given.values['all'] === true) return {}
  if (authority === undefined && phase === undefined && urn === undefined) return undefined
  return {
    ...(authority !== undefined && { authority }),
    ...(phase !== undefined && { phase }),
    ...(urn !== undefined && { urn }),
  }
}

function tenthsIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const percent = /^\d{1,3}(\.\d)?$/.test(text) ? Number(text) : Number.NaN
  if (!(percent <= 200)) throw new Refusal('cli.usage', { problem: '--on-costs is not a percentage, e.g. 42.5' })
  return Math.round(percent * 10)
}

function propose({ meanSalaryPence, staffGroupIds, onCosts }: Found, tenths: number | undefined) {
  if (meanSalaryPence === null) return []
  const onCost = tenths ?? onCostTenths(meanSalaryPence, onCosts)
  const annual = annualCostPence(meanSalaryPence, onCost)
  return staffGroupIds.map((staffGroupId) => ({
    staffGroupId,
    onCostTenths: onCost,
    annualCostPence: annual,
    dayPence: dayRatePence(annual, TEACHER_DAYS),
  }))
}
