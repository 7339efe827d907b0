import { sources, type NeedLine } from '../../../../shared/features/needs/model'
import { sourceNames, stateNames } from '../../../../shared/features/needs/words'
import type { Day } from '../../../../shared/kernel/dates'
import { Button } from '../../../components/button'
import { Select } from '../../../components/fields/select'
import { FilterChips } from '../../../components/filter-chips'
import { standsSo, type NeedFilterParams, type Standing } from '../lib/filter'

interface NeedFiltersProps {
  /** Those that the other filters leave, however they stand. */
  readonly needs: readonly NeedLine[]
  readonly today: Day
  readonly params: NeedFilterParams
}

const chips: readonly (readonly [Standing, string])[] = [
  ['open', 'Open'],
  ['overdue', 'Overdue'],
  ['due', 'Due, not planned'],
  ['evidence', 'Without evidence'],
  ['raised', stateNames.raised],
  ['agreed', stateNames.agreed],
  ['planned', stateNames.planned],
  ['met', stateNames.met],
  ['partly', stateNames.partly],
  ['notMet', stateNames.notMet],
  ['withdrawn', stateNames.withdrawn],
]

/** By how they stand, where they were found, what they serve and in which group. */
export function NeedFilters({ needs, today, params }: NeedFiltersProps) {
  const { filter, standing } = params
  return (
    <>
      <FilterChips
        label="How they stand"
        chips={chips
          .map(([key, title]) => ({ key, title, count: needs.filter((need) => standsSo(key, need, today)).length }))
          .filter(({ count, key }) => count > 0 || key === standing)}
        selected={standing}
        onSelect={params.setState}
      />
      <Select
        label="Found by"
        width="medium"
        noneTitle="Anything"
        options={sources.map((source) => ({ value: source, title: sourceNames[source] }))}
        value={filter.sourceCode ?? null}
        onChange={(next) => params.setSource(next ?? undefined)}
      />
      <Select
        label="Priority"
        width="medium"
        noneTitle="Any or none"
        options={choicesBy(needs, ({ priorityId, priorityTitle }) => [priorityId, priorityTitle])}
        value={filter.priorityId ?? null}
        onChange={(next) => params.setPriority(next ?? undefined)}
      />
      <Select
        label="Staff group"
        width="medium"
        noneTitle="Every group"
        options={choicesBy(needs, ({ groupId, groupName }) => [groupId, groupName])}
        value={filter.staffGroupId ?? null}
        onChange={(next) => params.setGroup(next ?? undefined)}
      />
      {(filter.likeId !== undefined || filter.unserved === true) && <LetGo params={params} />}
    </>
  )
}

/** What a door narrowed the list to, with a way to let it go. */
function LetGo({ params }: { readonly params: NeedFilterParams }) {
  const { filter } = params
  return (
    <Button
      size="small"
      onPress={() => (filter.likeId === undefined ? params.setUnserved(undefined) : params.setLike(undefined))}
    >
      {filter.likeId === undefined ? 'Served by no event: show all' : 'The same need: show all'}
    </Button>
  )
}

function choicesBy(
  needs: readonly NeedLine[],
  of: (need: NeedLine) => readonly [id: string | null, title: string | null],
): readonly { readonly value: string; readonly title: string }[] {
  const found = new Map<string, string>()
  for (const need of needs) {
    const [id, title] = of(need)
    if (id !== null) found.set(id, title ?? id)
  }
  return [...found]
    .map(([value, title]) => ({ value, title }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'))
}
