import { useEffect } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { CheckBox, CheckBoxGroup } from '../../../components/fields/check-box'
import { ComboBox } from '../../../components/fields/combo-box'
import { DateField } from '../../../components/fields/date-field'
import { NumberField } from '../../../components/fields/number-field'
import { Select } from '../../../components/fields/select'
import { FormRow } from '../../../components/form'
import { useGiven } from '../../../components/use-given'
import type { OutputFor } from '../../../lib/contract-client'

type Choices = OutputFor<'staff.choices'>

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((title, index) => ({
  value: String(index + 1),
  title,
}))

export interface PostFieldsProps {
  readonly choices: Choices
  /** Before each name: `firstPost.` in the form of a person. */
  readonly prefix?: string
  /** A first post has no end and is the main one. */
  readonly isFirst?: boolean
}

const fromHint = 'The first day in this post; empty if not known'

/** The fields of one post: what it is, since when, how much of the week. */
export function PostFields({ choices, prefix = '', isFirst = false }: PostFieldsProps) {
  return (
    <>
      <PostAndGroup choices={choices} prefix={prefix} />
      <FormRow>
        <TeamField choices={choices} prefix={prefix} />
        {isFirst && <DateField name={`${prefix}fromOn`} label="From" hint={fromHint} />}
      </FormRow>
      {!isFirst && (
        <FormRow>
          <DateField name={`${prefix}fromOn`} label="From" hint={fromHint} />
          <DateField name={`${prefix}toOn`} label="Last day" hint="Leave empty while it is held" />
        </FormRow>
      )}
      <FormRow>
        <NumberField
          name={`${prefix}fte`}
          label="FTE"
          hint="1 is full time, 0.6 is three days"
          decimals={3}
          minValue={0}
          maxValue={2}
          isRequired
        />
        <NumberField
          name={`${prefix}weeklyHours`}
          label="Hours a week"
          hint="As in the contract"
          decimals={2}
          minValue={0}
          maxValue={100}
          unit="hours"
        />
      </FormRow>
      <CheckBoxGroup
        name={`${prefix}workingDays`}
        label="Working days"
        hint="So that INSET days and bookings fall on days when they are here"
        options={weekdays}
      />
      {!isFirst && (
        <CheckBox
          name={`${prefix}isMain`}
          label="This is the main post"
          hint="Its group is the one they count under first"
        />
      )}
    </>
  )
}

function PostAndGroup({ choices, prefix }: { readonly choices: Choices; readonly prefix: string }) {
  const { setValue } = useFormContext()
  const title = useWatch<Record<string, string>>({ name: `${prefix}postTitle` }) ?? ''
  const titles = [...new Set([...choices.posts.map((post) => post.title), title])].filter((text) => text !== '')
  const known = choices.posts.find((post) => post.title === title)?.staffGroupId
  const isTitleGiven = useGiven(`${prefix}postTitle`)
  // A title that is known brings its group with it where it is chosen; the group can still be changed.
  useEffect(() => {
    if (!isTitleGiven() && known !== undefined) setValue(`${prefix}staffGroupId`, known, { shouldDirty: true })
  }, [isTitleGiven, known, prefix, setValue])
  return (
    <FormRow>
      <ComboBox
        name={`${prefix}postTitle`}
        label="Post"
        hint="Choose one, or type a new title"
        options={titles.map((text) => ({ value: text, title: text }))}
        onCreate={(text) => setValue(`${prefix}postTitle`, text, { shouldDirty: true })}
        isRequired
      />
      <Select
        name={`${prefix}staffGroupId`}
        label="Staff group"
        hint="Reports compare CPD by group"
        options={choices.groups.map((group) => ({ value: group.id, title: group.name }))}
        isRequired
      />
    </FormRow>
  )
}

function TeamField({ choices, prefix }: { readonly choices: Choices; readonly prefix: string }) {
  const { setValue } = useFormContext()
  const team = useWatch<Record<string, string | null>>({ name: `${prefix}teamName` }) ?? ''
  const names = [...new Set([...choices.teams.map((t) => t.name), team])].filter((text) => text !== '')
  return (
    <ComboBox
      name={`${prefix}teamName`}
      label="Team"
      hint="A department, a key stage, an office"
      options={names.map((text) => ({ value: text, title: text }))}
      onCreate={(text) => setValue(`${prefix}teamName`, text, { shouldDirty: true })}
    />
  )
}
