import type { RequestLine } from '../../../../shared/features/requests/model'
import { requestNumber, standsTitle, waitsForWords } from '../../../../shared/features/requests/words'
import { formatDayShort } from '../../../../shared/kernel/dates'
import { formatPence } from '../../../../shared/kernel/money'
import { TextLink } from '../../../components/button'
import { Rows } from '../../../components/rows'

interface RequestRowsProps {
  readonly requests: readonly RequestLine[]
  /** On a person's own page nobody has to be told who asks. */
  readonly withPerson: boolean
}

/** A few requests, each a door to its page, with where it stands. */
export function RequestRows({ requests, withPerson }: RequestRowsProps) {
  return (
    <Rows
      label="Requests"
      items={requests.map((line) => ({
        key: line.id,
        title: <TextLink to={`/requests/${line.id}`}>{`${requestNumber(line.number)} ${line.title}`}</TextLink>,
        about: aboutOf(line, withPerson),
      }))}
    />
  )
}

function aboutOf(line: RequestLine, withPerson: boolean): string {
  return [
    ...(withPerson ? [line.person.name] : []),
    [standsTitle(line), waitsForWords(line)].filter(Boolean).join(': '),
    `asked ${formatDayShort(line.receivedOn)}`,
    formatPence(line.costPence),
  ].join(' · ')
}
