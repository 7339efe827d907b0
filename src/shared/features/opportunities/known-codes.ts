/**
 * What the codes of a real catalogue stand for where the lists that say so were not chosen together with it. Part of how
 * its files are written, as the names of their columns are (the National Centre for Computing Education's listings).
 */
import type { DurationUnit } from './model'

export type CodeListName = 'sic_agegroups' | 'sic_primary' | 'sic_durationunit'
export type CodeLists = ReadonlyMap<string, ReadonlyMap<string, string>>

const ages =
  '4-5 years=157430003;5-7 years=157430004;7-11 years=157430005;11-14 years=157430000;14-16 years=157430001;16-19 years=157430002;EYFS=157430006;FE/HE=157430007;Key stage 1=157430008;Key stage 2=157430009;Key stage 3=157430010;Key stage 4=157430011;P1/2=157430012;P3/4=157430013;P5/6/7=157430014;Post 16=157430015;S1/2=157430016;S3/4=157430017;S5/6=157430018'
const subjects =
  'Algorithms=100000011;Biology=157430000;Careers=157430001;Chemistry=157430002;Computer networks=100000012;Computer systems=100000013;Computing=157430003;Creating media=100000014;Creative arts and media=100000000;Cross curricular=100000001;Data & information=100000015;Design & Development=100000016;Design and technology=157430004;Earth Science=100000002;Effective use of tools=100000017;Engineering=157430005;Food=100000003;Health and safety=100000004;Impact of technology=100000018;Leadership=100000005;Mathematics=157430006;Other=157430007;Pedagogy=100000021;Personal development=100000006;Physical computing=100000022;Physics=157430008;Practical work=100000007;Programming=100000019;Psychology=100000008;Residential=100000023;Safety & Security=100000020;Science=157430009;Space=157430010;STEM=157430011;STEM Clubs=100000024;Train the trainer=100000009;Working scientifically=100000010'
const units = 'Days=157430000;Weeks=157430001;Hours=157430002;Years=157430003;Minutes=157430004'

const listOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split(';').map((entry): [string, string] => {
      const at = entry.lastIndexOf('=')
      return [entry.slice(at + 1), entry.slice(0, at)]
    }),
  )

export const knownCodes: CodeLists = new Map([
  ['sic_agegroups', listOf(ages)],
  ['sic_primary', listOf(subjects)],
  ['sic_durationunit', listOf(units)],
])

/** Codes are long numbers; a name is not. */
export const isCode = (text: string): boolean => /^\d{6,}$/.test(text)

/** "Days", "hrs", "h" as a unit of ours; undefined for anything else. */
export function unitOf(text: string): DurationUnit | undefined {
  const word = text.trim().toLowerCase()
  if (/^min(ute)?s?$/.test(word)) return 'minutes'
  if (/^(h|hrs?|hours?)$/.test(word)) return 'hours'
  if (/^days?$/.test(word)) return 'days'
  if (/^(w|wks?|weeks?)$/.test(word)) return 'weeks'
  return /^years?$/.test(word) ? 'years' : undefined
}
