/** What contents of a binder can point to beside texts: pages of the program, and parts of it that are still to come. */

/** Pages by their addresses, with the words by which they are known. tests/architecture/toolkit-map.test.ts finds each in the window. */
export const binderPages = {
  '/': 'Today',
  '/staff': 'Staff',
  '/staff/structure/posts': 'Teams and posts',
  '/entitlements': 'Who gets what was promised',
  '/entitlements/rules': 'What we promise',
  '/entitlements/fairness': 'Fair shares of what is promised',
  '/mentoring': 'Coaching and mentoring pairs',
  '/induction': 'Induction of starters',
  '/responsibilities': 'Who carries which responsibility',
  '/school/day-rates': 'What a day costs',
  '/priorities': 'Priorities',
  '/needs/finding': 'Ways to find needs',
  '/needs/forms': 'Surveys, audits and self-assessments',
  '/needs': 'Needs',
  '/plan': 'Training plan',
  '/plan/actual': 'Plan against actual',
  '/activities': 'Activities',
  '/activities/offered': 'What we offer',
  '/providers': 'Providers',
  '/money': 'Money',
  '/money/funds': 'Funds',
  '/money/costs': 'Costs',
  '/money/ledger': 'Ledger',
  '/impact': 'Impact and value',
  '/reports': 'Reports',
  '/reports/governors': 'Governors’ report',
  '/reports/spend': 'Spend report',
  '/reports/participation': 'Participation report',
  '/library': 'Library',
  '/library/acronyms': 'Acronyms',
  '/library/glossary': 'Glossary',
  '/library/links': 'Web links',
  '/library/packs': 'Packs and where they come from',
} as const satisfies Readonly<Record<string, string>>
export type BinderPage = keyof typeof binderPages

/** Parts of the binder that are still to come, each as it reads after "Comes with". */
export const partsToCome = {
  documents: 'the documents',
  calendar: 'the calendar',
  money: 'budgets and finding money',
  analysis: 'evaluation forms and cost-effectiveness',
  review: 'self-review and quality marks',
  progression: 'career progression',
  portfolio: 'the portfolio',
} as const satisfies Readonly<Record<string, string>>
export type PartToCome = keyof typeof partsToCome

/** The dividers whose colours a section can have: those of the spine. */
export const dividerKeys = [
  'today',
  'staff',
  'needs',
  'plan',
  'activities',
  'money',
  'impact',
  'review',
  'documents',
  'reports',
  'authority',
] as const
