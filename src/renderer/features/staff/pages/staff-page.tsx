import { UserPlus } from 'lucide-react'
import { useParams } from 'wouter'
import { Button, LinkButton } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { DateField } from '../../../components/fields/date-field'
import { Select } from '../../../components/fields/select'
import { FilterChips } from '../../../components/filter-chips'
import { MasterDetail } from '../../../components/master-detail'
import { MenuButton } from '../../../components/menu-button'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { formatCount } from '../../../lib/format'
import { currentQuery, navigate, useQueryParam } from '../../../lib/navigation'
import { formatDay, formatDayShort, zDay, type Day } from '../../../../shared/kernel/dates'
import { yearLabel } from '../../../../shared/kernel/years'
import { formatCell } from '../../../../shared/kernel/report-table'
import { PersonPane } from '../components/person-pane'
import { StaffPicture } from '../components/staff-picture'

type Register = OutputFor<'staff.list'>
type Line = Register['people'][number]

const whoKeys = ['current', 'leavers', 'all'] as const
type Who = (typeof whoKeys)[number]

const columns: readonly TableColumn<Line>[] = [
  {
    key: 'name',
    title: 'Name',
    kind: 'text',
    value: (p) => p.name,
    note: (p) => [p.staffCode, p.isNameMissing ? 'no name in the file' : null].filter(Boolean).join(' · '),
  },
  {
    key: 'posts',
    title: 'Posts',
    kind: 'text',
    value: (p) => p.posts.join(', '),
    note: (p) => p.staffGroupName,
  },
  { key: 'team', title: 'Team', kind: 'text', value: (p) => p.teams.join(', '), hideNarrow: true },
  {
    key: 'fte',
    title: 'FTE',
    kind: 'number',
    value: (p) => (p.posts.length === 0 ? null : p.fteThousandths / 1000),
    // Two decimals for all, so that the points stand beneath each other.
    render: (p) => formatCell('decimal', p.posts.length === 0 ? null : p.fteThousandths / 1000),
    width: 72,
  },
  {
    key: 'manager',
    title: 'Line manager',
    kind: 'text',
    value: (p) => p.lineManager?.name,
    hideNarrow: true,
  },
  { key: 'cpd', title: 'CPD hours', kind: 'hours', value: (p) => p.creditedMinutes, width: 104 },
]

const leftColumn: TableColumn<Line> = {
  key: 'left',
  title: 'Left',
  kind: 'day',
  value: (p) => p.leftOn,
  render: (p) => (p.leftOn === null ? '–' : <StatusMark tone="none">{formatDayShort(p.leftOn)}</StatusMark>),
  width: 136,
}

/** Everyone who works here, and beside the list the one person that was chosen. */
export function StaffPage() {
  const { id } = useParams<{ id?: string }>()
  const [asked, setWho] = useQueryParam('who')
  const [group, setGroup] = useQueryParam('group')
  const [team, setTeam] = useQueryParam('team')
  const [askedDay, setDay] = useQueryParam('on')
  const on = zDay.safeParse(askedDay).data
  const who: Who = whoKeys.find((key) => key === asked) ?? 'current'
  const read = useRead(
    'staff.list',
    {
      who,
      ...(on !== undefined && { on }),
      ...(group !== undefined && { staffGroupId: group }),
      ...(team !== undefined && { teamId: team }),
    },
    { keepPrevious: true },
  )
  const isEmpty = read.data !== undefined && read.data.counts.current + read.data.counts.leavers === 0
  const close = `/staff${currentQuery() === '' ? '' : `?${currentQuery()}`}`
  return (
    <>
      <Head isEmpty={isEmpty} />
      <ReadState read={read}>
        {(register) =>
          isEmpty ? (
            <NobodyYet />
          ) : (
            <MasterDetail
              backTo={close}
              detailLabel="Person"
              list={
                <Register
                  register={register}
                  selected={id}
                  who={who}
                  onWho={(next) => setWho(next === 'current' ? undefined : next)}
                  group={group}
                  onGroup={setGroup}
                  team={team}
                  onTeam={setTeam}
                  on={on}
                  onDay={setDay}
                />
              }
              detail={id === undefined ? undefined : <PersonPane key={id} id={id} />}
            />
          )
        }
      </ReadState>
    </>
  )
}

function Head({ isEmpty }: { readonly isEmpty: boolean }) {
  return (
    <PageHead
      title="Staff"
      about="Who works here, in which posts, and the CPD they have had this year. Leavers are kept, so that past years stay true."
      secondary={
        isEmpty ? undefined : (
          <>
            <MenuButton
              label="Support and roles"
              items={[
                { key: 'entitlements', title: 'Entitlements', to: '/entitlements' },
                { key: 'mentoring', title: 'Coaching and mentoring', to: '/mentoring' },
                { key: 'induction', title: 'Induction', to: '/induction' },
                { key: 'responsibilities', title: 'Who carries what', to: '/responsibilities' },
              ]}
            />
            <LinkButton to="/staff/structure/posts">Teams and posts</LinkButton>
            <LinkButton to="/imports/staff">Import a staff list</LinkButton>
          </>
        )
      }
      primary={
        <LinkButton kind="primary" to="/staff/add/person" icon={<UserPlus aria-hidden="true" />}>
          Add a person
        </LinkButton>
      }
    />
  )
}

interface RegisterProps {
  readonly register: Register
  readonly selected: string | undefined
  readonly who: Who
  readonly onWho: (who: string | undefined) => void
  readonly group: string | undefined
  readonly onGroup: (group: string | undefined) => void
  readonly team: string | undefined
  readonly onTeam: (team: string | undefined) => void
  /** The day asked for; undefined for today. */
  readonly on: Day | undefined
  readonly onDay: (day: string | undefined) => void
}

function Register(props: RegisterProps) {
  const { register, selected, who, onWho, group, onGroup, team, onTeam, on, onDay } = props
  const personRoute = (p: Line) => `/staff/${p.id}${currentQuery() === '' ? '' : `?${currentQuery()}`}`
  // Beside a person there is room for the list, not for a row of chips: the group becomes a choice like the team.
  const isNarrow = selected !== undefined
  return (
    <>
      {!isNarrow && (
        <FilterChips
          label="Staff group"
          chips={register.groups.map((g) => ({ key: g.id, title: g.name, count: g.count }))}
          selected={group}
          onSelect={onGroup}
        />
      )}
      {on !== undefined && <OnDay on={on} academicYear={register.academicYear} onDay={onDay} />}
      <DataTable
        label={on === undefined ? 'Staff' : `Staff on ${formatDay(on)}`}
        rows={register.people}
        rowKey={(p) => p.id}
        columns={who === 'current' ? columns : [...columns, leftColumn]}
        filter={(p) => [p.name, p.staffCode, ...p.posts, ...p.teams, p.staffGroupName].join(' ')}
        filterLabel={isNarrow ? 'Find a person' : 'Find by name, code, post or team'}
        hrefOf={personRoute}
        onOpen={(p) => navigate(personRoute(p))}
        selectedKey={selected}
        toolbar={
          <>
            {isNarrow && (
              <Chooser
                label="Staff group"
                none="Every group"
                from={register.groups}
                value={group}
                onChoose={onGroup}
              />
            )}
            <Chooser label="Team" none="Every team" from={register.teams} value={team} onChoose={onTeam} />
            <WhoSelect who={who} counts={register.counts} onWho={onWho} on={on} />
            {!isNarrow && (
              <DateField
                label="As at"
                value={on ?? null}
                onChange={(next) => {
                  const day = zDay.safeParse(next)
                  if (day.success || next === null) onDay(day.data)
                }}
              />
            )}
          </>
        }
        empty={<NobodyHere who={who} />}
      />
    </>
  )
}

interface OnDayProps {
  readonly on: Day
  readonly academicYear: number
  readonly onDay: (day: string | undefined) => void
}

/** Says that the list is not of today, and leads back. */
function OnDay({ on, academicYear, onDay }: OnDayProps) {
  return (
    <p role="status">
      The staff as they were on {formatDay(on)}, with the CPD of {yearLabel(academicYear)}.{' '}
      <Button kind="quiet" size="small" onPress={() => onDay(undefined)}>
        Back to today
      </Button>
    </p>
  )
}

interface ChooserProps {
  readonly label: string
  readonly none: string
  readonly from: Register['groups']
  readonly value: string | undefined
  readonly onChoose: (value: string | undefined) => void
}

function Chooser({ label, none, from, value, onChoose }: ChooserProps) {
  return (
    <Select
      label={label}
      width="medium"
      noneTitle={none}
      options={from.map((one) => ({ value: one.id, title: one.name, note: formatCount(one.count) }))}
      value={value ?? null}
      onChange={(next) => onChoose(next ?? undefined)}
    />
  )
}

interface WhoSelectProps {
  readonly who: Who
  readonly counts: Register['counts']
  readonly onWho: (who: string | undefined) => void
  readonly on: Day | undefined
}

function WhoSelect({ who, counts, onWho, on }: WhoSelectProps) {
  return (
    <Select
      label="Show"
      width="medium"
      options={[
        {
          value: 'current',
          title: `${on === undefined ? 'Staff now' : 'Staff on that day'} (${formatCount(counts.current)})`,
        },
        { value: 'leavers', title: `Leavers (${formatCount(counts.leavers)})` },
        { value: 'all', title: 'Staff and leavers' },
      ]}
      value={who}
      onChange={(next) => onWho(next ?? undefined)}
    />
  )
}

function NobodyHere({ who }: { readonly who: Who }) {
  return (
    <EmptyState
      title={who === 'leavers' ? 'No leavers' : 'Nobody fits'}
      about={
        who === 'leavers'
          ? 'When you record on a person’s page that they leave, they move here and keep their record.'
          : 'No one stands in this group and team. Choose another, or show everyone.'
      }
      primary={<LinkButton to="/staff">Show all staff</LinkButton>}
    />
  )
}

function NobodyYet() {
  return (
    <EmptyState
      title="Start with the people"
      about="CPD Binder counts CPD for each person and each group of staff, so it needs to know who works here, in which post and for how much of the week. A list from your school’s system will do; columns that CPD does not need are never read."
      picture={<StaffPicture />}
      primary={
        <LinkButton to="/imports/staff" kind="plain">
          Import a staff list
        </LinkButton>
      }
      secondary={<LinkButton to="/staff/add/person">Type in the first person</LinkButton>}
    />
  )
}
