import { FolderOpen, Upload } from 'lucide-react'
import { useState } from 'react'
import { useParams } from 'wouter'
import type { FilePlan } from '../../../../shared/features/surveys/model'
import { Button } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { Block, PageHead, SectionTitle } from '../../../components/page-head'
import { ProgressBar } from '../../../components/progress-bar'
import { ReadState } from '../../../components/read-state'
import { Rows } from '../../../components/rows'
import { SimpleTable } from '../../../components/simple-table'
import { RoundClosed } from '../components/closing'
import { useEvent, useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { navigate } from '../../../lib/navigation'

type Read = OutputFor<'surveys.readFiles'>

/** Files that came back: what is in them, row by row, before anything is taken in. */
export function TakeInPage() {
  const { id = '' } = useParams<{ id: string }>()
  const round = useRead('surveys.round', { id })
  const [found, setFound] = useState<Read>()
  const read = useWrite('surveys.readFiles', { toastFailure: true })
  const ask = async (from: 'files' | 'folder') => {
    const result = await read.send({ id, from })
    if (result.ok) setFound(result.value)
  }
  return (
    <ReadState read={round}>
      {(data) =>
        data.closedOn !== null ? (
          <RoundClosed round={data} />
        ) : (
          <>
            <PageHead
              title="Take in files that came back"
              about="Each row is checked first, and nothing is taken in before you say so. What was answered before stays where a cell is empty."
              trail={[
                { title: 'Forms', to: '/needs/forms' },
                { title: data.title, to: `/needs/forms/${id}` },
              ]}
              secondary={
                <>
                  <Button
                    icon={<FolderOpen aria-hidden="true" />}
                    isDisabled={read.isSending}
                    onPress={() => void ask('folder')}
                  >
                    Choose a folder
                  </Button>
                  <Button
                    icon={<Upload aria-hidden="true" />}
                    isDisabled={read.isSending}
                    onPress={() => void ask('files')}
                  >
                    Choose files
                  </Button>
                </>
              }
            />
            {read.isSending && <Reading />}
            {found !== undefined && <Preview key={found.token} found={found} roundId={id} />}
          </>
        )
      }
    </ReadState>
  )
}

function Reading() {
  const [progress, setProgress] = useState<{ done: number; of?: number | undefined }>()
  useEvent('progress', ({ task, done, of }) => {
    if (task === 'surveys.readFiles') setProgress({ done, of })
  })
  if (progress === undefined) return null
  return <ProgressBar label="Reading" done={progress.done} total={progress.of} unit="files" elapsedMs={0} />
}

const states = {
  new: ['New', 'good'],
  changed: ['Changed', 'info'],
  same: ['The same as before', 'none'],
  refused: ['Refused', 'bad'],
} as const

function Preview({ found, roundId }: { readonly found: Read; readonly roundId: string }) {
  const open = found.files.filter(({ state }) => state === 'new' || state === 'changed')
  const others = found.files.filter(({ state }) => state === 'same' || state === 'refused')
  const [chosen, setChosen] = useState<readonly string[]>(open.map(({ key }) => key))
  const take = useWrite('surveys.takeIn', {
    saved: (done) => `${plural(done.new + done.changed, 'sheet', 'sheets')} taken in`,
    toastFailure: true,
  })
  const send = async () => {
    const leaveOut = open.map(({ key }) => key).filter((key) => !chosen.includes(key))
    const result = await take.send({ token: found.token, leaveOut })
    if (result.ok) navigate(`/needs/forms/${roundId}`)
  }
  return (
    <>
      {open.length > 0 && (
        <Block>
          <SectionTitle>To be taken in</SectionTitle>
          <CheckBoxGroup
            label="Files"
            options={open.map((file) => ({ value: file.key, title: nameOf(file), note: countsOf(file) }))}
            value={[...chosen]}
            onChange={(next) => setChosen(next ?? [])}
            saysOptional={false}
          />
          <div className="form-actions">
            <Button
              kind="primary"
              isDisabled={chosen.length === 0}
              isBusy={take.isSending}
              onPress={() => void send()}
            >
              Take in {plural(chosen.length, 'sheet', 'sheets')}
            </Button>
          </div>
        </Block>
      )}
      <RefusedRows files={found.files} />
      {others.length > 0 && (
        <Block>
          <SectionTitle>Not taken in</SectionTitle>
          <Rows
            label="Not taken in"
            items={others.map((file) => ({
              key: file.key,
              title: nameOf(file),
              about: (
                <>
                  <StatusMark tone={states[file.state][1]}>{states[file.state][0]}</StatusMark> {file.message}
                </>
              ),
            }))}
          />
        </Block>
      )}
    </>
  )
}

const nameOf = ({ fileName, person }: FilePlan) => (person === null ? fileName : `${person.name} (${fileName})`)

function countsOf({ state, taken, changed, same, refused }: FilePlan): string {
  const parts = [
    [taken, 'new'],
    [changed, 'changed'],
    [same, 'as before'],
    [refused.length, 'refused'],
  ] as const
  const counts = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return `${states[state][0]}: ${counts.join(', ')}`
}

function RefusedRows({ files }: { readonly files: readonly FilePlan[] }) {
  const rows = files.flatMap((file) =>
    file.refused.map((row, index) => ({
      key: `${file.key} ${index}`,
      cells: {
        file: nameOf(file),
        row: row.row === null ? null : `${row.column ?? ''}${row.row}`,
        question: row.question,
        message: row.message,
      },
    })),
  )
  if (rows.length === 0) return null
  const text = (key: string, title: string) => ({ key, title, kind: 'text' as const })
  return (
    <Block>
      <SectionTitle about="The rest of each file can be taken in. What is missing can be keyed in afterwards.">
        {plural(rows.length, 'row is', 'rows are')} refused
      </SectionTitle>
      <SimpleTable
        table={{
          key: 'refused',
          title: 'Refused rows',
          columns: [
            text('file', 'File'),
            text('row', 'Cell'),
            text('question', 'Question'),
            text('message', 'Why'),
          ],
          rows,
          notes: [],
        }}
      />
    </Block>
  )
}
