import { useEffect } from 'react'
import { zYearKind, type YearAsked, type YearKind, type YearsKnown } from '../../shared/kernel/years'
import { useRead, useWrite } from './contract-client'
import { useQueryParam } from './navigation'

/** The year that such a page showed last in this sitting, and of which school: another school begins with this year. */
let lookedAt: { readonly school: string; readonly year: YearAsked } | undefined

/** What was just recorded is of now: the next such page opens for this year, so that it is seen there. */
export function lookAtThisYear(): void {
  lookedAt = undefined
}

/**
 * The year that a page with money against a budget shows, and a way to choose another. The route (`by=financial&year=2025`)
 * decides, so that a door can carry it. Without a wish there it is of the kind that was chosen last on any such page of
 * this PC (the financial year until somebody chooses), and the year that was looked at last in this sitting.
 */
export function useYearAsked(
  known: Pick<YearsKnown, 'thisAcademic' | 'thisFinancial'>,
): [YearAsked, (year: YearAsked) => void] {
  const [by, setBy] = useQueryParam('by')
  const [year, setYear] = useQueryParam('year')
  const settings = useRead('pc.settings', {})
  const remember = useWrite('pc.saveSettings', { toastFailure: true })
  const thisOf = (kind: YearKind) => (kind === 'academic' ? known.thisAcademic : known.thisFinancial)
  const kind = zYearKind.safeParse(by).data ?? settings.data?.yearKind ?? 'financial'
  const wished = year === undefined ? Number.NaN : Number(year)
  const school = useRead('school.status', {}).data?.fileName ?? undefined
  const last = lookedAt !== undefined && lookedAt.school === school ? lookedAt.year : undefined
  const usual = last?.kind === kind ? last.startYear : thisOf(kind)
  const asked: YearAsked = { kind, startYear: Number.isInteger(wished) ? wished : usual }
  useEffect(() => {
    if (school !== undefined) lookedAt = { school, year: { kind: asked.kind, startYear: asked.startYear } }
  }, [school, asked.kind, asked.startYear])
  const choose = (next: YearAsked) => {
    // Who looks at this year and changes the kind wants this year of the other kind, whatever it is called.
    const isStillNow = next.kind !== kind && next.startYear === thisOf(kind)
    setBy(next.kind)
    setYear(String(isStillNow ? thisOf(next.kind) : next.startYear))
    if (next.kind !== kind) void remember.send({ yearKind: next.kind })
  }
  return [asked, choose]
}
