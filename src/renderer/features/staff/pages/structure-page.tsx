import { Button } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { Block, Columns, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useOpenRow } from '../../../components/use-open-row'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { PostPanel, TeamPanel } from '../components/structure-panels'

type Team = OutputFor<'staff.teams'>['teams'][number]
type Post = OutputFor<'staff.posts'>['posts'][number]

const teamColumns: readonly TableColumn<Team>[] = [
  {
    key: 'name',
    title: 'Team',
    kind: 'text',
    value: (t) => t.name,
    render: (t) => (t.isArchived ? <PutAway name={t.name} /> : t.name),
  },
  { key: 'members', title: 'People', kind: 'count', value: (t) => t.members, width: 96 },
]

const postColumns: readonly TableColumn<Post>[] = [
  {
    key: 'title',
    title: 'Post',
    kind: 'text',
    value: (p) => p.title,
    note: (p) => p.staffGroupName,
    render: (p) => (p.isArchived ? <PutAway name={p.title} /> : p.title),
  },
  { key: 'holders', title: 'People', kind: 'count', value: (p) => p.holders, width: 96 },
]

function PutAway({ name }: { readonly name: string }) {
  return (
    <>
      {name} <StatusMark tone="none">put away</StatusMark>
    </>
  )
}

/** The teams and the posts of the school; a post's staff group decides where its people count in reports. */
export function StructurePage() {
  const teams = useRead('staff.teams', {})
  const posts = useRead('staff.posts', {})
  return (
    <>
      <PageHead
        title="Teams and posts"
        about="Each post belongs to a staff group, and reports compare CPD by group. Teams are yours to name."
        trail={[{ title: 'Staff', to: '/staff' }]}
      />
      <Columns split="even">
        <Block>
          <ReadState read={posts}>{(data) => <Posts posts={data.posts} />}</ReadState>
        </Block>
        <Block>
          <ReadState read={teams}>{(data) => <Teams teams={data.teams} />}</ReadState>
        </Block>
      </Columns>
    </>
  )
}

function Posts({ posts }: { readonly posts: readonly Post[] }) {
  const panel = useOpenRow(posts)
  const archive = useWrite('staff.archivePost', { saved: 'Done', toastFailure: true })
  const add = <Button onPress={panel.openNew}>Add a post</Button>
  return (
    <>
      <SectionTitle aside={posts.length > 0 && add}>Posts</SectionTitle>
      <DataTable
        label="Posts"
        rows={posts}
        rowKey={(p) => p.id}
        columns={postColumns}
        filter={(p) => `${p.title} ${p.staffGroupName}`}
        height="natural"
        onOpen={panel.open}
        actions={(p) => [
          { key: 'change', title: 'Change title or group', onAction: () => panel.open(p) },
          {
            key: 'archive',
            title: p.isArchived ? 'Take out again' : 'Put away',
            onAction: () => void archive.send({ id: p.id, isArchived: !p.isArchived }),
          },
        ]}
        empty={<EmptyState title="No posts yet" about="They appear with the people who hold them." primary={add} />}
      />
      {panel.isOpen && <PostPanel post={panel.row} onClose={panel.close} />}
    </>
  )
}

function Teams({ teams }: { readonly teams: readonly Team[] }) {
  const panel = useOpenRow(teams)
  const archive = useWrite('staff.archiveTeam', { saved: 'Done', toastFailure: true })
  const add = <Button onPress={panel.openNew}>Add a team</Button>
  return (
    <>
      <SectionTitle aside={teams.length > 0 && add}>Teams</SectionTitle>
      <DataTable
        label="Teams"
        rows={teams}
        rowKey={(t) => t.id}
        columns={teamColumns}
        filter={(t) => t.name}
        height="natural"
        onOpen={panel.open}
        actions={(t) => [
          { key: 'rename', title: 'Rename', onAction: () => panel.open(t) },
          { key: 'people', title: 'See its people', to: `/staff?team=${t.id}` },
          {
            key: 'archive',
            title: t.isArchived ? 'Take out again' : 'Put away',
            onAction: () => void archive.send({ id: t.id, isArchived: !t.isArchived }),
          },
        ]}
        empty={
          <EmptyState
            title="No teams yet"
            about="A team is a department, a key stage, an office: whoever plans CPD together."
            primary={add}
          />
        }
      />
      {panel.isOpen && <TeamPanel team={panel.row} onClose={panel.close} />}
    </>
  )
}
