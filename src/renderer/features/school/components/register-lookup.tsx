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
  const [failure, setFailure] = useState<Failure>()
  const open = async () => {
    setFailure(undefined)
    const result = await choose.send({ kind: 'gias' })
    if (result.ok) setToken(result.value.token)
    else if (result.code !== 'cancelled') setFailure(result)
  }
  return (
    <section className="register-lookup" aria-label="Fill in from a register">
      {token === undefined ? (
        <p>
          Do you have a file from Get information about schools?{' '}
          <Button kind="quiet" isBusy={choose.isSending} onPress={() => void open()}>
            Fill in from a register…
          </Button>
        </p>
      ) : (
        <Finder token={token} onChoose={onChoose} />
      )}
      {failure && <Notice tone="bad">{failureSentence(failure)}</Notice>}
    </section>
  )
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
            {found.data.schools.length === 0
              ? 'No school of that name or number is in the file.'
              : `${found.data.schools.length}${found.data.more ? ' or more' : ''} found`}
          </p>
          <Rows
            label="Schools found"
            items={found.data.schools.slice(0, 8).map((school) => ({
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
