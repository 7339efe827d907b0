import { sharesTogether, stepsTogether } from '../../kernel/adding-up'
import type { Block, Chart, ReportTable } from '../../kernel/report-table'
import type { GroupFact, ReportFacts } from './facts'
import { isYearOver, notYet } from './tense'
import { fullTimePosts, minutesPerPost } from './rules'
import { capital, counted, hours, inWords, listed, percent, small } from './words'

const unknownGroup = 'Group not known'

const nameOf = (group: GroupFact): string => group.name ?? unknownGroup

/** Sums over every group. Posts are Σ FTE × days, so the sum of the groups is the whole school. */
export function allGroups(
  facts: Pick<ReportFacts, 'groups'>,
): Pick<GroupFact, 'creditedMinutes' | 'countedMinutes' | 'postThousandthDays'> {
  const sum = (pick: (group: GroupFact) => number): number =>
    facts.groups.reduce((total, group) => total + pick(group), 0)
  return {
    creditedMinutes: sum((group) => group.creditedMinutes),
    countedMinutes: sum((group) => group.countedMinutes),
    postThousandthDays: sum((group) => group.postThousandthDays),
  }
}

/** Groups that hold posts, with their minutes per full-time post, the least served first. */
export function groupsByShare(
  facts: Pick<ReportFacts, 'groups' | 'period'>,
): readonly { group: GroupFact; minutes: number }[] {
  return facts.groups
    .flatMap((group) => {
      const minutes = minutesPerPost(group, facts.period)
      return minutes === null ? [] : [{ group, minutes }]
    })
    .sort((a, b) => a.minutes - b.minutes)
}

/** Participation and fairness by staff group, pro rata to their posts. */
export function fairnessTable(facts: ReportFacts): ReportTable {
  const all = allGroups(facts)
  const everyPost = fullTimePosts(all, facts.period)
  const doubles = facts.groups.reduce((sum, group) => sum + group.heads, 0) - facts.heads
  const posts = stepsTogether(
    facts.groups.map((group) => fullTimePosts(group, facts.period)),
    0.01,
  )
  const postShares = sharesTogether(facts.groups.map((group) => group.postThousandthDays))
  const hourShares = sharesTogether(facts.groups.map((group) => group.creditedMinutes))
  const rows = facts.groups.map((group, index) => ({
    key: group.groupId ?? 'unknown',
    cells: {
      group: nameOf(group),
      people: group.peopleInPost,
      posts: (posts[index] ?? 0) / 100,
      heads: group.heads,
      creditedMinutes: group.creditedMinutes,
      perPostMinutes: rounded(minutesPerPost(group, facts.period)),
      postsPercent: postShares[index] ?? 0,
      hoursPercent: hourShares[index] ?? 0,
    },
    ...(group.groupId === null ? {} : { doors: { group: `/staff?group=${group.groupId}` } }),
  }))
  const notes = [
    'Full-time posts count each post by its FTE and its days in the year, so somebody who worked half the week for half the year is a quarter of a post. Fair shares would make the last two columns alike.',
  ]
  if (doubles > 0)
    notes.push(
      `People with posts in two groups count in both, so the groups add up to ${doubles} more than the school.`,
    )
  return {
    key: 'fairness',
    title: 'Participation by staff group',
    columns: [
      { key: 'group', title: 'Staff group', kind: 'text' },
      { key: 'people', title: 'People in post', kind: 'count' },
      { key: 'posts', title: 'Full-time posts', kind: 'decimal' },
      { key: 'heads', title: 'Took part', kind: 'count', note: 'an hour or more' },
      { key: 'creditedMinutes', title: 'Hours', kind: 'hours' },
      { key: 'perPostMinutes', title: 'Hours per full-time post', kind: 'hours' },
      { key: 'postsPercent', title: 'Share of posts', kind: 'percent' },
      { key: 'hoursPercent', title: 'Share of hours', kind: 'percent' },
    ],
    rows,
    totals: {
      key: 'total',
      cells: {
        group: 'Whole school',
        posts: round2(everyPost),
        heads: facts.heads,
        creditedMinutes: all.creditedMinutes,
        perPostMinutes: rounded(minutesPerPost(all, facts.period)),
        postsPercent: everyPost > 0 ? 100 : 0,
        hoursPercent: all.creditedMinutes > 0 ? 100 : 0,
      },
    },
    notes,
  }
}

const round2 = (value: number): number => Math.round(value * 100) / 100
const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value))

/** What the shares say, in a sentence. Undefined when there is nothing to compare. */
export function fairnessSentence(facts: ReportFacts): string | undefined {
  const shares = groupsByShare(facts)
  const all = minutesPerPost(allGroups(facts), facts.period)
  const [least, most] = [shares[0], shares.at(-1)]
  if (!least || !most || all === null || all === 0) return undefined
  const [received, was] = isYearOver(facts) ? ['received', 'it was'] : ['have received', 'it is']
  if (shares.length === 1)
    return `${nameOf(least.group)} ${received} ${hours(least.minutes)} hours for each full-time post.`
  const opening = `For each full-time post, ${small(nameOf(most.group))} ${received} ${hours(most.minutes)} hours and ${small(nameOf(least.group))} ${hours(least.minutes)}; across the school ${was} ${hours(all)}.`
  const behind = shares.filter(({ minutes }) => minutes < all * 0.6).map(({ group }) => small(nameOf(group)))
  if (behind.length === 0) return `${opening} No group is far behind the others.`
  return `${opening} ${capital(counted(behind.length, 'group is', 'groups are'))} well under that average: ${listed(behind)}.`
}

/** Hours per full-time post by group, the school's own average as the mark. Undefined without a post or an hour. */
export function hoursChart(facts: ReportFacts): Chart | undefined {
  const shares = groupsByShare(facts)
  const all = minutesPerPost(allGroups(facts), facts.period)
  if (shares.length === 0 || all === null || all === 0) return undefined
  return {
    key: 'hours-per-post',
    title: hoursFinding(shares, all),
    kind: 'bars',
    unit: 'hours',
    series: [{ key: 'hours', title: 'Hours per full-time post' }],
    points: [...shares].reverse().map(({ group, minutes }) => ({
      label: nameOf(group),
      values: { hours: Math.round(minutes) },
      target: Math.round(all),
    })),
    targetTitle: `whole school, ${hours(all)} hours`,
    tableKey: 'fairness',
  }
}

function hoursFinding(shares: ReturnType<typeof groupsByShare>, all: number): string {
  const [least, most] = [shares[0], shares.at(-1)]
  if (!least || !most || shares.length === 1) return `Each full-time post had ${hours(all)} hours`
  if (least.minutes === 0)
    return `${nameOf(least.group)} had no hours at all; ${small(nameOf(most.group))} had ${hours(most.minutes)} for each full-time post`
  const times = most.minutes / least.minutes
  if (times < 1.25) return `Hours for each full-time post were much the same in every group`
  return `${nameOf(most.group)} had ${times >= 1.95 ? `${inWords(Math.round(times))} times` : percent((times - 1) * 100)} ${times >= 1.95 ? 'the hours' : 'more hours'} of ${small(nameOf(least.group))}, post for post`
}

/** People by name: only in a report with names. */
export function peopleTable(facts: ReportFacts): ReportTable | undefined {
  if (facts.people.length === 0) return undefined
  return {
    key: 'people',
    title: 'People who took part',
    columns: [
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'post', title: 'Post', kind: 'text' },
      { key: 'group', title: 'Staff group', kind: 'text' },
      { key: 'events', title: 'Events', kind: 'count' },
      { key: 'creditedMinutes', title: 'Hours', kind: 'hours' },
    ],
    rows: facts.people.map((person) => ({
      key: person.personId,
      cells: {
        name: person.name,
        post: person.postTitle,
        group: person.groupName,
        events: person.events,
        creditedMinutes: person.creditedMinutes,
      },
      doors: { name: `/staff/${person.personId}` },
    })),
    totals: {
      key: 'total',
      cells: {
        name: 'All',
        creditedMinutes: facts.people.reduce((sum, person) => sum + person.creditedMinutes, 0),
      },
    },
    notes: ['This table names people. Share it only with those who need it.'],
  }
}

/** The section on fair shares. */
export function fairnessBlocks(facts: ReportFacts): Block[] {
  const sentence = fairnessSentence(facts)
  const words = facts.texts.fairness
  return [
    { kind: 'heading', level: 1, text: 'Did everyone get a fair share?' },
    {
      kind: 'paragraph',
      text:
        sentence ??
        `${notYet(facts, 'No hours, or no posts,', 'recorded')} Shares cannot be compared without them.`,
    },
    ...paragraphs(words),
    ...(facts.groups.length === 0 ? [] : [{ kind: 'table' as const, table: fairnessTable(facts) }]),
  ]
}

/** A text that somebody wrote, as paragraphs: an empty line parts them. */
export function paragraphs(text: string | undefined): Block[] {
  return (text ?? '')
    .split(/\n\s*\n/)
    .map((part) => part.replace(/\s*\n\s*/g, ' ').trim())
    .filter((part) => part !== '')
    .map((part) => ({ kind: 'paragraph', text: part }))
}
