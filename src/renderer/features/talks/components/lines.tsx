import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { Button, IconButton } from '../../../components/button'
import './talks.css'

type Line = Readonly<Record<string, unknown>>

interface LinesProps {
  /** The list in the form. */
  readonly name: string
  /** What one of them is called: "topic". */
  readonly one: string
  /** A new line. */
  readonly empty: Line
  /** The fields of the line whose names begin with `at`. */
  readonly children: (at: string, index: number) => ReactNode
}

/** Lines of a form, as many as there are: each can be taken away, another added. */
export function Lines({ name, one, empty, children }: LinesProps) {
  const { control } = useFormContext<{ [path: string]: Line[] }>()
  const { fields, append, remove } = useFieldArray({ control, name, keyName: 'key' })
  return (
    <div className="talk-lines">
      {fields.map((field, index) => (
        <div className="talk-line" key={field.key} role="group" aria-label={`${one} ${index + 1}`}>
          {children(`${name}.${index}.`, index)}
          <IconButton
            label={`Take ${one.toLowerCase()} ${index + 1} away`}
            icon={<X aria-hidden="true" />}
            onPress={() => remove(index)}
          />
        </div>
      ))}
      <Button size="small" icon={<Plus aria-hidden="true" />} onPress={() => append(empty)}>
        {fields.length === 0 ? `Add a ${one.toLowerCase()}` : `Add another ${one.toLowerCase()}`}
      </Button>
    </div>
  )
}
