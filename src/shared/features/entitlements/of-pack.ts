/** A rule of a pack as the school's own rules are kept. */
import type { ContentOf } from '../packs/content'
import { amountUnits, type Rule, type What } from './model'

/** What a pack can say of a rule. */
export type PackRule = ContentOf<'entitlement'>
/** The same in our units. */
export type RuleFacts = Pick<
  Rule,
  'title' | 'who' | 'what' | 'amount' | 'per' | 'isProRata' | 'withinWeeks' | 'counts' | 'why' | 'note'
>

const perUnit = { minutes: 60, 'day-hundredths': 100, pence: 1, things: 1 } as const

/** An amount as packs and people say it (hours, days, pence, things) in the unit in which it is kept. */
export function keptAmount(what: What, amount: number): number {
  return Math.max(1, Math.round(amount * perUnit[amountUnits[what]]))
}

/** Reads "within 6 weeks of starting"; anything else is the end of the year. */
export function weeksIn(by: string): number | null {
  const match = /^within (\d{1,3}) weeks? of starting$/i.exec(by.trim())
  return match ? Number(match[1]) : null
}

/** A pack's rule in our units. What is promised once is whole, and has weeks where the pack gives them. */
export function factsOfPackRule(rule: PackRule): RuleFacts {
  const { groups, postWords, isEarlyCareer, minFte } = rule.who
  const words = [rule.unitNote, rule.note].filter((text) => text !== '').map((text) => sentenceOf(text))
  return {
    title: rule.title,
    who: {
      groupIds: groups === 'all' ? null : [...groups],
      postWords: [...postWords],
      isEarlyCareer,
      minFteThousandths: minFte === null ? null : Math.round(minFte * 1000),
    },
    what: rule.what,
    amount: keptAmount(rule.what, rule.amount),
    per: rule.per,
    isProRata: rule.per !== 'once' && rule.isProRata,
    withinWeeks: rule.per === 'once' ? weeksIn(rule.by) : null,
    counts: rule.counts ?? null,
    why: rule.why,
    note: words.length === 0 ? null : words.join(' '),
  }
}

function sentenceOf(text: string): string {
  const trimmed = text.trim()
  return `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${/[.!?]$/.test(trimmed) ? '' : '.'}`
}
