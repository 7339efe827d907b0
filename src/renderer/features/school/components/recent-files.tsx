import { dayOfInstant } from '../../../../shared/kernel/clock'
import { formatDay } from '../../../../shared/kernel/dates'
import { Button } from '../../../components/button'
import { Rows } from '../../../components/rows'
import type { OutputFor } from '../../../lib/contract-client'

type RecentFile = OutputFor<'school.recent'>['files'][number]

/** Files opened on this PC before, newest first. */
export function RecentFiles({
  files,
  isDisabled,
  onOpen,
}: {
  readonly files: readonly RecentFile[]
  readonly isDisabled: boolean
  readonly onOpen: (key: string) => void
}) {
  if (files.length === 0) return null
  // Two files of one school (a copy, or a school started twice) are told apart by the names of the files.
  const isAlone = (file: RecentFile) => files.filter((other) => other.schoolName === file.schoolName).length === 1
  return (
    <section className="start-recent">
      <h2>Opened before</h2>
      <Rows
        items={files.map((file) => ({
          key: file.key,
          title: file.schoolName || 'School without a name',
          about: `Last opened ${formatDay(dayOfInstant(file.openedAtUtc))}, ${isAlone(file) ? '' : `${file.fileName} `}in ${file.place}`,
          action: (
            <Button kind="quiet" isDisabled={isDisabled} onPress={() => onOpen(file.key)}>
              Open {isAlone(file) ? file.schoolName || 'this file' : file.fileName}
            </Button>
          ),
        }))}
      />
    </section>
  )
}
