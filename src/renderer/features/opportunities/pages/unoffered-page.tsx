import { z } from 'zod'
import {
  offersForEach,
  whyNothingWords,
  type UnofferedGroup,
} from '../../../../shared/features/opportunities/offers'
import { zOptionalLine } from '../../../../shared/kernel/texts'
import { yearLabel } from '../../../../shared/kernel/years'
import { Button, LinkButton } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { TextField } from '../../../components/fields/text-field'
import { Finding } from '../../../components/figures'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { Block, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useOpenRow } from '../../../components/use-open-row'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { YearChoice, useYear } from '../components/year-choice'

type Found = OutputFor<'offers.unoffered'>
type Person = Found['people'][number]

const groupColumns: readonly TableColumn<UnofferedGroup>[] = [
  { key: 'name', title: 'Staff group', kind: 'text', value: (group) => group.name },
  { key: 'heads', title: 'People', kind: 'count', value: (group) => group.heads, width: 88 },
  { key: 'offered', title: 'Offered something', kind: 'count', value: (group) => group.offeredHeads, width: 160 },
  {
    key: 'nothing',
    title: 'Nothing',
    kind: 'count',
    value: (group) => group.heads - group.offeredHeads,
    width: 100,
  },
  {
    key: 'each',
    title: 'Offers for each, pro rata',
    kind: 'number',
    value: offersForEach,
    render: (group) => offersForEach(group)?.toFixed(1) ?? '–',
    width: 190,
    hideNarrow: true,
  },
]

const peopleColumns: readonly TableColumn<Person & { readonly id: string }>[] = [
  { key: 'name', title: 'Name', kind: 'text', value: (one) => one.name, note: (one) => one.groupName ?? '' },
  {
    key: 'why',
    title: 'Why',
    kind: 'text',
    value: (one) => one.reason ?? whyNothingWords[one.why],
    note: (one) => (one.reason === null ? 'by the records' : 'as written down'),
  },
]

/** Who was offered nothing in a year, why, and how the groups fared. */
export function UnofferedPage() {
  const [year] = useYear()
  const read = useRead('offers.unoffered', year === undefined ? {} : { year }, { keepPrevious: true })
  return (
    <>
      <PageHead
        title="Who was offered nothing?"
        about="Everybody who worked here and was in no offer of the year, with the reason."
        trail={[
          { title: 'Opportunities', to: '/opportunities' },
          { title: 'Offers', to: '/opportunities/offers' },
        ]}
        primary={
          <LinkButton kind="primary" to="/opportunities/offers/new">
            Make an offer
          </LinkButton>
        }
      />
      <ReadState read={read}>{(found) => <Everybody found={found} />}</ReadState>
    </>
  )
}

function Everybody({ found }: { readonly found: Found }) {
  const heads = found.groups.reduce((sum, group) => sum + group.heads, 0)
  return (
    <>
      <Block>
        <YearChoice startYear={found.startYear} thisYear={found.thisYear} />
      </Block>
      <Finding>
        <em>
          {found.people.length} of {plural(heads, 'person', 'people')}
        </em>{' '}
        {found.people.length === 1 ? 'was' : 'were'} offered nothing in {yearLabel(found.startYear)}.
      </Finding>
      <SectionTitle level={2} about="Pro rata: somebody who was here for half of the time counts half.">
        By staff group
      </SectionTitle>
      <DataTable
        label="By staff group"
        rows={found.groups}
        initialSort={{ key: 'nothing', direction: 'descending' }}
        rowKey={(group) => group.groupId}
        columns={groupColumns}
        height="natural"
        empty={<p className="block">Nobody held a post in this year.</p>}
      />
      <Block>
        <SectionTitle level={2}>Offered nothing</SectionTitle>
        <People found={found} />
      </Block>
    </>
  )
}

function People({ found }: { readonly found: Found }) {
  const rows = found.people.map((person) => ({ ...person, id: person.personId }))
  const open = useOpenRow(rows)
  return (
    <>
      <DataTable
        label="Offered nothing"
        rows={rows}
        rowKey={(one) => one.id}
        columns={peopleColumns}
        filter={(one) => `${one.name} ${one.groupName ?? ''}`}
        filterLabel="Find a person or group"
        onOpen={open.open}
        height={30}
        empty={<p className="block">Everybody was offered something.</p>}
      />
      <SidePanel title={open.row?.name ?? ''} isOpen={open.row !== undefined} onClose={open.close}>
        {open.row !== undefined && (
          <ReasonForm key={open.row.id} person={open.row} year={found.startYear} onClose={open.close} />
        )}
      </SidePanel>
    </>
  )
}

const zReason = z.object({ why: zOptionalLine(300) })

interface ReasonFormProps {
  readonly person: Person
  readonly year: number
  readonly onClose: () => void
}

function ReasonForm({ person, year, onClose }: ReasonFormProps) {
  const form = useZodForm(zReason, { why: person.reason })
  const draft = useDraft(form, 'offers.reason', `${year} ${person.personId}`)
  const save = useWrite('offers.saveReason', { saved: 'Reason kept' })
  return (
    <Form
      form={form}
      draft={draft}
      label="Reason"
      onSubmit={({ why }) => save.send({ personId: person.personId, year, why })}
      onSaved={onClose}
    >
      <DraftNotice draft={draft} />
      <p>By the records: {whyNothingWords[person.why].toLowerCase()}.</p>
      <TextField name="why" label="Why, in your words" hint="Empty goes back to what the records say." />
      <FormActions submit="Keep the reason">
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </FormActions>
    </Form>
  )
}
