import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { formatCount } from '../lib/format'
import './filter-chips.css'

export interface FilterChip {
  readonly key: string
  readonly title: string
  /** How many rows it would leave. */
  readonly count?: number
}

export interface FilterChipsProps {
  /** What they choose by: "Staff group". */
  readonly label: string
  readonly chips: readonly FilterChip[]
  /** None chosen: everything is shown. */
  readonly selected: string | undefined
  readonly onSelect: (key: string | undefined) => void
}

/** One of a few ways to narrow a list; press the chosen one again to show everything. */
export function FilterChips({ label, chips, selected, onSelect }: FilterChipsProps) {
  return (
    <ToggleButtonGroup
      className="filter-chips"
      aria-label={label}
      selectionMode="single"
      selectedKeys={selected === undefined ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [key] = [...keys]
        onSelect(key === undefined ? undefined : String(key))
      }}
    >
      {chips.map((chip) => (
        <ToggleButton key={chip.key} id={chip.key} className="filter-chip">
          <span>{chip.title}</span>
          {chip.count !== undefined && <small>{formatCount(chip.count)}</small>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
