import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { foldText } from '../../../../shared/kernel/fold-text'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { SearchField } from '../../../components/fields/search-field'
import type { OutputFor } from '../../../lib/contract-client'
import { formatCount } from '../../../lib/format'

type Standards = OutputFor<'opportunities.choices'>['standards']

interface StandardPickerProps {
  readonly standards: Standards
}

/** The standards that an opportunity serves, out of the frameworks of the packs; codes that none of them has stay as they are. */
export function StandardPicker({ standards }: StandardPickerProps) {
  const [typed, setTyped] = useState('')
  const chosen = (useWatch({ name: 'standards' }) as readonly string[] | undefined) ?? []
  const words = foldText(typed).trim().split(/\s+/).filter(Boolean)
  const isShown = ({ code, label, framework }: Standards[number]): boolean => {
    const text = foldText([code, label, framework].filter(Boolean).join(' '))
    return chosen.includes(code) || words.every((word) => text.includes(word))
  }
  return (
    <details>
      <summary>Standards it serves{chosen.length === 0 ? ' (none chosen)' : `: ${chosen.join(', ')}`}</summary>
      <SearchField label="Find a standard" value={typed} onChange={setTyped} />
      <CheckBoxGroup
        name="standards"
        label="Standards"
        hint={`${formatCount(standards.length)} to choose from.`}
        options={standards.filter(isShown).map(({ code, label, framework }) => ({
          value: code,
          title: label === null ? code : `${code} ${label}`,
          note: framework ?? 'In no framework of your packs',
        }))}
      />
    </details>
  )
}
