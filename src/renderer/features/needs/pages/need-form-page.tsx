import { useParams } from 'wouter'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { NeedFormFields } from '../components/need-form'

/** Raises a need for one person or many, a team, a group or the school. */
export function NewNeedPage() {
  const choices = useRead('needs.choices', {})
  return (
    <>
      <PageHead
        title="Raise a need"
        about="Say what should change, for whom and why it matters. It waits to be agreed; going to something will not close it, evidence will."
        trail={[{ title: 'Needs', to: '/needs' }]}
      />
      <ReadState read={choices}>{(data) => <NeedFormFields need={undefined} choices={data} />}</ReadState>
    </>
  )
}

/** Changes what a need says; how it stands is moved on its own page. */
export function EditNeedPage() {
  const { id } = useParams<{ id: string }>()
  const read = useRead('needs.get', { id })
  const choices = useRead('needs.choices', {})
  return (
    <ReadState read={read}>
      {(need) => (
        <>
          <PageHead
            title="Change a need"
            about={need.title}
            trail={[
              { title: 'Needs', to: '/needs' },
              { title: need.title, to: `/needs/record/${id}` },
            ]}
          />
          <ReadState read={choices}>{(data) => <NeedFormFields key={id} need={need} choices={data} />}</ReadState>
        </>
      )}
    </ReadState>
  )
}
