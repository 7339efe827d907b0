import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { standardOfValue, standardValue } from '../../../../shared/features/opportunities/standards'
import { foldText } from '../../../../shared/kernel/fold-text'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { SearchField } from '../../../components/fields/search-field'
import type { OutputFor } from '../../../lib/contract-client'
import { formatCount } from '../../../lib/format'

type Standards = OutputFor<'opportunities.choices'>['standards']

interface StandardPickerProps {
  readonly standards: Standards
}

/** Why a code stands alone. */
function unknownWords({ code }: Standards[number], standards: Standards): string {
  const isInSome = standards.some((one) => one.label !== null && one.code.toLowerCase() === code.toLowerCase())
  return isInSome ? 'The code alone, of any framework that has it' : 'In no framework of your packs'
}

/** The standards that an opportunity serves, out of the frameworks of the packs; codes that none of them has stay as they are. */
export function StandardPicker({ standards }: StandardPickerProps) {
  const [typed, setTyped] = useState('')
  const chosen = (useWatch({ name: 'standards' }) as readonly string[] | undefined) ?? []
  const words = foldText(typed).trim().split(/\s+/).filter(Boolean)
  const isShown = (standard: Standards[number]): boolean => {
    const { code, label, frameworkName } = standard
    const text = foldText([code, label, frameworkName].filter(Boolean).join(' '))
    return chosen.includes(standardValue(standard)) || words.every((word) => text.includes(word))
  }
  return (
    <details>
      <summary>
        Standards it serves
        {chosen.length === 0
          ? ' (none chosen)'
          : `: ${chosen.map((value) => standardOfValue(value).code).join(', ')}`}
      </summary>
      <SearchField label="Find a standard" value={typed} onChange={setTyped} />
      <CheckBoxGroup
        name="standards"
        label="Standards"
        hint={`${formatCount(standards.length)} to choose from.`}
        options={standards.filter(isShown).map((standard) => ({
          value: standardValue(standard),
          title: standard.label === null ? standard.code : `${standard.code} ${standard.label}`,
          note: standard.frameworkName ?? unknownWords(standard, standards),
        }))}
      />
    </details>
  )
}
