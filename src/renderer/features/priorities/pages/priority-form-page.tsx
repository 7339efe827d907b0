import { useParams } from 'wouter'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { useQueryParam } from '../../../lib/navigation'
import { PriorityForm } from '../components/priority-form'

/** Types in a priority of the year asked for, this one if none is. */
export function NewPriorityPage() {
  const [asked] = useQueryParam('year')
  const year = asked === undefined || !/^\d{4}$/.test(asked) ? undefined : Number(asked)
  const list = useRead('priorities.list', year === undefined ? {} : { academicYear: year })
  const choices = useRead('staff.choices', {})
  return (
    <>
      <PageHead
        title="Add a priority"
        about="A measure makes it possible to say later what the CPD for it was worth. It can be added when it is known."
        trail={[{ title: 'Priorities', to: '/priorities' }]}
      />
      <ReadState read={list}>
        {({ academicYear, years }) => (
          <ReadState read={choices}>
            {(data) => (
              <PriorityForm priority={undefined} academicYear={academicYear} years={years} choices={data} />
            )}
          </ReadState>
        )}
      </ReadState>
    </>
  )
}

/** Changes a priority; readings are recorded on its own page. */
export function EditPriorityPage() {
  const { id } = useParams<{ id: string }>()
  const read = useRead('priorities.get', { id })
  const list = useRead('priorities.list', {})
  const choices = useRead('staff.choices', {})
  return (
    <ReadState read={read}>
      {(priority) => (
        <>
          <PageHead
            title="Change a priority"
            about={priority.title}
            trail={[
              { title: 'Priorities', to: '/priorities' },
              { title: priority.title, to: `/priorities/${id}` },
            ]}
          />
          <ReadState read={list}>
            {({ years }) => (
              <ReadState read={choices}>
                {(data) => (
                  <PriorityForm
                    key={id}
                    priority={priority}
                    academicYear={priority.academicYear}
                    years={[...new Set([...years, priority.academicYear])].sort((a, b) => b - a)}
                    choices={data}
                  />
                )}
              </ReadState>
            )}
          </ReadState>
        </>
      )}
    </ReadState>
  )
}
