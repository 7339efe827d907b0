import { z } from 'zod'
import { formatDay } from '../../../../shared/kernel/dates'
import { zSchoolSettings, type SchoolSettings } from '../../../../shared/features/school/model'
import { Button, LinkButton } from '../../../components/button'
import { DefinitionList } from '../../../components/definition-list'
import { ComboBox } from '../../../components/fields/combo-box'
import { NumberField } from '../../../components/fields/number-field'
import { Switch } from '../../../components/fields/switch'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { Block, Columns, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Rows } from '../../../components/rows'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import { usePeopleOptions } from '../../../lib/use-people'
import { LogoChooser } from '../components/logo-chooser'

type Profiles = OutputFor<'school.profiles'>['profiles']

const regimeNames = { maintained: 'Maintained by the local authority', academy: 'Academy' } as const

/** What the school is, its settings, and the ways out of the file. */
export function SchoolPage() {
  const profiles = useRead('school.profiles', {})
  const settings = useRead('school.settings', {})
  const close = useWrite('school.close', { undo: false })
  const leave = async () => {
    if ((await close.send({})).ok) navigate('/start')
  }
  return (
    <>
      <PageHead
        title="The school"
        about="What every page and report calls the school, and how its figures are worked out."

        secondary={
          <>
            <LinkButton kind="plain" to="/school/profile">
              Record a change
            </LinkButton>
            <LinkButton kind="plain" to="/school/day-rates">
              Day rates
            </LinkButton>
            <LinkButton kind="plain" to="/school/lists">
              Kinds and codes
            </LinkButton>
            <LinkButton kind="plain" to="/school/log">
              Change log
            </LinkButton>
            <Button kind="quiet" onPress={() => void leave()}>
              Close this school
            </Button>
          </>
        }
      />
      <Columns>
        <Block>
          <SectionTitle>What it is</SectionTitle>
          <ReadState read={profiles}>{({ profiles: list }) => <ProfileHistory profiles={list} />}</ReadState>
          <LogoChooser />
        </Block>
        <Block>
          <SectionTitle about="Used wherever a page, a figure or a document needs them.">Settings</SectionTitle>
          <ReadState read={settings}>{(current) => <SettingsForm settings={current} />}</ReadState>
        </Block>
      </Columns>
    </>
  )
}

function ProfileHistory({ profiles }: { readonly profiles: Profiles }) {
  const [current, ...earlier] = profiles
  if (!current) return null
  return (
    <>
      <DefinitionList
        items={[
          { term: 'Name', value: current.name },
          { term: 'Funding', value: regimeNames[current.regime] },
          { term: 'URN', value: current.urn ?? '–' },
          { term: 'Local authority', value: current.authorityName ?? '–' },
          { term: 'Phase', value: current.phase ?? '–' },
          { term: 'Pupils on roll', value: current.pupilsOnRoll === null ? '–' : String(current.pupilsOnRoll) },
          { term: 'Since', value: formatDay(current.validFrom) },
        ]}
      />
      {earlier.length > 0 && (
        <>
          <SectionTitle level={3}>Before</SectionTitle>
          <Rows
            items={earlier.map((profile) => ({
              key: profile.id,
              title: profile.name,
              about: `From ${formatDay(profile.validFrom)}: ${regimeNames[profile.regime]}${profile.pupilsOnRoll === null ? '' : `, ${profile.pupilsOnRoll} pupils`}`,
            }))}
          />
        </>
      )}
    </>
  )
}

/** The form speaks of hours; the file keeps minutes. */
const zSettingsForm = zSchoolSettings
  .omit({ schoolDayMinutes: true })
  .extend({ hoursOfADay: z.number().min(1).max(15) })

function SettingsForm({ settings }: { readonly settings: SchoolSettings }) {
  const { schoolDayMinutes, ...rest } = settings
  const form = useZodForm(zSettingsForm, { ...rest, hoursOfADay: schoolDayMinutes / 60 })
  const save = useWrite('school.saveSettings', { saved: 'Settings saved' })
  return (
    <Form
      form={form}
      onSubmit={({ hoursOfADay, ...values }) =>
        save.send({ ...values, schoolDayMinutes: Math.round(hoursOfADay * 60) })
      }
    >
      <TextField name="cpdLeaderTitle" label="Title of the post that leads CPD" isRequired />
      <ComboBox
        name="cpdLeaderPersonId"
        label="Who leads CPD"
        hint="Documents name this person, such as the policy and the governors’ guide"
        options={usePeopleOptions()}
      />
      <NumberField
        name="hoursOfADay"
        label="Hours of a working day"
        decimals={2}
        isRequired
        unit="hours"
        minValue={1}
        hint="Turns the cost of a day into the cost of an hour"
      />
      <Switch
        name="coveredHoursExcluded"
        label="Do not count staff hours again where cover was bought"
        hint="Full cost counts either the person’s time or the cover for it, never both"
      />
      <FormActions submit="Save the settings" />
    </Form>
  )
}
