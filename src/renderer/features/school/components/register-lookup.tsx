import { useState } from 'react'
import type { Failure } from '../../../../shared/kernel/result'
import { Button } from '../../../components/button'
import { SearchField } from '../../../components/fields/search-field'
import { Notice } from '../../../components/notice'
import { Rows } from '../../../components/rows'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { failureSentence } from '../../../lib/sentence'
import './register-lookup.css'

export type RegisterSchool = OutputFor<'imports.findSchool'>['schools'][number]

/** Fills the form from a register of schools (GIAS): choose the file, find the school by URN or name, take it over. */
export function RegisterLookup({ onChoose }: { readonly onChoose: (school: RegisterSchool) => void }) {
  const choose = useWrite('imports.choose', { undo: false })
  const [token, setToken] = useState<string>()
  const [taken, setTaken] = useState<RegisterSchool>()
  const [failure, setFailure] = useState<Failure>()
  const open = async () => {
    setFailure(undefined)
    const result = await choose.send({ kind: 'gias' })
    if (result.ok) {
      setToken(result.value.token)
      setTaken(undefined)
    } else if (result.code !== 'cancelled') setFailure(result)
  }
  const ask = (words: string) => (
    <Button kind="quiet" isBusy={choose.isSending} onPress={() => void open()}>
      {words}
    </Button>
  )
  const take = (school: RegisterSchool) => {
    setTaken(school)
    onChoose(school)
  }
  return (
    <section className="register-lookup" aria-label="Fill in from a register">
      {token === undefined && (
        <p className="register-ask">
          Do you have a file from Get information about schools? {ask('Fill in from a register…')}
        </p>
      )}
      {token !== undefined && taken === undefined && (
        <>
          <Finder key={token} token={token} onChoose={take} />
          {ask('Choose another register…')}
        </>
      )}
      {taken !== undefined && (
        <p className="register-ask">
          Filled in for {taken.name}. Look it over below.{' '}
          <Button kind="quiet" onPress={() => setTaken(undefined)}>
            Take another school
          </Button>
        </p>
      )}
      {failure && <Notice tone="bad">{failureSentence(failure)}</Notice>}
    </section>
  )
}

/** More would push the form out of sight. */
const shownAtMost = 8

function foundWords(count: number, hasMore: boolean): string {
  if (count === 0) return 'No school of that name or number is in the file.'
  const found = `${count}${hasMore ? ' or more' : ''} found`
  return count > shownAtMost ? `${found}. The first ${shownAtMost} are shown; type more of the name.` : found
}

const isUrn = (text: string) => /^\d{5,6}$/.test(text)

function Finder({
  token,
  onChoose,
}: {
  readonly token: string
  readonly onChoose: (school: RegisterSchool) => void
}) {
  const [typed, setTyped] = useState('')
  const text = typed.trim()
  const enough = isUrn(text) || (text.length >= 2 && !/^\d+$/.test(text))
  const found = useRead(
    'imports.findSchool',
    isUrn(text) ? { token, urn: text } : { token, name: text.slice(0, 200) },
    { enabled: enough, keepPrevious: true },
  )
  return (
    <>
      <SearchField label="URN, or part of the school’s name" value={typed} onChange={setTyped} autoFocus />
      {found.failure && enough && <Notice tone="bad">{failureSentence(found.failure)}</Notice>}
      {enough && found.data && (
        <>
          <p aria-live="polite" className="register-count">
            {foundWords(found.data.schools.length, found.data.more)}
          </p>
          <Rows
            label="Schools found"
            items={found.data.schools.slice(0, shownAtMost).map((school) => ({
              key: school.urn,
              title: school.name,
              about: [
                `URN ${school.urn}`,
                school.town,
                school.authorityName,
                school.typeName,
                school.status === 'Open' ? null : school.status,
              ]
                .filter((part) => part !== null && part !== '')
                .join(' · '),
              action: (
                <Button kind="quiet" onPress={() => onChoose(school)}>
                  Take {school.name}
                </Button>
              ),
            }))}
          />
        </>
      )}
    </>
  )
}
