import { z } from 'zod'
import { zNeededLine } from '../../../../shared/kernel/texts'
import { SidePanel } from '../../../components/dialog'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'

type Team = OutputFor<'staff.teams'>['teams'][number]
type Post = OutputFor<'staff.posts'>['posts'][number]

const zTeamForm = z.object({ name: zNeededLine(120) })

/** Adds or renames a team. */
export function TeamPanel({ team, onClose }: { readonly team: Team | undefined; readonly onClose: () => void }) {
  const form = useZodForm(zTeamForm, { name: team?.name ?? '' })
  const save = useWrite('staff.saveTeam', { saved: 'Team saved' })
  return (
    <SidePanel title={team === undefined ? 'Add a team' : `Rename ${team.name}`} isOpen onClose={onClose}>
      <Form
        form={form}
        label="Team"
        onSubmit={({ name }) => save.send({ name, ...(team !== undefined && { id: team.id }) })}
        onSaved={onClose}
      >
        <TextField name="name" label="Name" isRequired autoFocus />
        <FormActions submit="Save the team" onCancel={onClose} />
      </Form>
    </SidePanel>
  )
}

const zPostForm = z.object({
  title: zNeededLine(160),
  staffGroupId: z.string({ error: 'input.required' }).min(1, 'input.required'),
})

/** Adds a post, or changes its title or staff group for everyone who holds it. */
export function PostPanel({ post, onClose }: { readonly post: Post | undefined; readonly onClose: () => void }) {
  const choices = useRead('staff.choices', {})
  const form = useZodForm(zPostForm, { title: post?.title ?? '', staffGroupId: post?.staffGroupId ?? '' })
  const save = useWrite('staff.savePost', { saved: 'Post saved' })
  return (
    <SidePanel title={post === undefined ? 'Add a post' : `Change ${post.title}`} isOpen onClose={onClose}>
      <Form
        form={form}
        label="Post"
        onSubmit={(values) => save.send({ ...values, ...(post !== undefined && { id: post.id }) })}
        onSaved={onClose}
      >
        <TextField name="title" label="Title" isRequired autoFocus />
        <Select
          name="staffGroupId"
          label="Staff group"
          hint="Changing it moves everyone who holds the post, in past years too; bookings made before keep the group they had"
          options={(choices.data?.groups ?? []).map((group) => ({ value: group.id, title: group.name }))}
          isRequired
        />
        <FormActions submit="Save the post" onCancel={onClose} />
      </Form>
    </SidePanel>
  )
}
