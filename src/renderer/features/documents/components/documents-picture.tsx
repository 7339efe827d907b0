import { StatusMark } from '../../../components/chip'
import { Rows } from '../../../components/rows'

/** A filled list, small. */
export function DocumentsPicture() {
  return (
    <Rows
      items={[
        {
          key: 'policy',
          title: 'CPD policy',
          about: 'Version 3 since 14 October 2025',
          action: <StatusMark tone="good">In force</StatusMark>,
        },
        {
          key: 'agreement',
          title: 'Coaching agreement',
          about: '2 gaps',
          action: <StatusMark tone="none">Draft</StatusMark>,
        },
        {
          key: 'statement',
          title: 'Entitlement statement',
          about: 'Version 1 since 3 September 2024',
          action: <StatusMark tone="warn">Due for review</StatusMark>,
        },
      ]}
    />
  )
}
