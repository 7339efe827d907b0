import { useState } from 'react'
import type { ImportPlan } from '../../../../shared/features/imports/contract'
import { Button } from '../../../components/button'
import { RadioGroup } from '../../../components/fields/radio-group'
import { Notice } from '../../../components/notice'
import { plural } from '../../../lib/format'
import type { ImportFlow } from '../use-import'

/** "7 people: Craig Beane, Daisy Todd, Dana Mills and others" */
function whoIsIn(plan: ImportPlan, at: number): string {
  const found = plan.schools.rows[at]
  if (found === undefined) return ''
  const others = found.count > found.names.length ? ' and others' : ''
  return `${plural(found.count, 'person', 'people')}: ${found.names.join(', ')}${others}`
}

/** More than one school in the file: the person says which is theirs; nothing is guessed. */
export function SchoolChoice({ flow, plan }: { readonly flow: ImportFlow; readonly plan: ImportPlan }) {
  const [school, setSchool] = useState<string | null>(null)
  const column = plan.schools.column ?? ''
  return (
    <div className="import-school">
      <Notice tone="warn" title="The file holds more than one school">
        <p>Only people of your school belong in this binder. Nothing was changed.</p>
      </Notice>
      <RadioGroup
        label="Which one is yours?"
        hint={`As the file says it under “${column}”`}
        value={school}
        options={plan.schools.values.map((value, at) => ({ value, title: value, note: whoIsIn(plan, at) }))}
        onChange={(value) => setSchool(value ?? null)}
      />
      <Button
        kind="primary"
        isDisabled={school === null}
        isBusy={flow.busy !== undefined}
        onPress={() => void (school !== null && flow.preview([{ column, values: [school] }]))}
      >
        Look at that school’s people
      </Button>
    </div>
  )
}
