import { FolderOpen, GraduationCap, School } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '../../../../shared/kernel/result'
import { Button, LinkButton } from '../../../components/button'
import { useRead, useWrite } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import { OpenFailure } from '../components/open-failure'
import { RecentFiles } from '../components/recent-files'
import './start-page.css'

/** The first page anybody sees: look at a sample, start, or open. */
export function StartPage() {
  const [failure, setFailure] = useState<{ failure: Failure; recentKey?: string | undefined }>()
  const openSample = useWrite('school.openSample')
  const open = useWrite('school.open')
  const openRecent = useWrite('school.openRecent')
  const copyHere = useWrite('school.copyHere')
  const recent = useRead('school.recent', {})
  const named = useRead('school.status', {}).data?.namedRefused
  const shown = failure ?? (named ? { failure: { ok: false, ...named } as const, recentKey: undefined } : undefined)
  const isBusy = openSample.isSending || open.isSending || openRecent.isSending || copyHere.isSending

  const enter = async (opening: ReturnType<typeof openSample.send>, recentKey?: string) => {
    setFailure(undefined)
    const result = await opening
    if (result.ok) navigate('/')
    else if (result.code !== 'cancelled') setFailure({ failure: result, recentKey })
  }

  return (
    <div className="start">
      <header className="start-head">
        <h1>CPD Binder</h1>
        <p>
          Your school’s professional development in one place: what you set out to improve, who learned what, what
          it cost, and what came of it.
        </p>
      </header>
      {shown && (
        <OpenFailure
          failure={shown.failure}
          recentKey={shown.recentKey}
          isBusy={isBusy}
          onCopyHere={() => void enter(copyHere.send({}))}
        />
      )}
      <StartWays
        isBusy={isBusy}
        isMakingSample={openSample.isSending}
        onSample={() => void enter(openSample.send({}))}
        onOpen={() => void enter(open.send({}))}
      />
      <RecentFiles
        files={recent.data?.files ?? []}
        isDisabled={isBusy}
        onOpen={(key) => void enter(openRecent.send({ key }), key)}
      />
      <p className="start-foot">Everything stays on this PC. CPD Binder never goes online.</p>
    </div>
  )
}

function StartWays({
  isBusy,
  isMakingSample,
  onSample,
  onOpen,
}: {
  readonly isBusy: boolean
  readonly isMakingSample: boolean
  readonly onSample: () => void
  readonly onOpen: () => void
}) {
  return (
    <div className="start-ways">
      <section className="start-way">
        <School aria-hidden />
        <h2>Start my school</h2>
        <p>Name your school, then bring in the staff list your office exported. Two minutes.</p>
        <LinkButton kind="primary" to="/start/new">
          Start my school
        </LinkButton>
      </section>
      <section className="start-way">
        <GraduationCap aria-hidden />
        <h2>Look around first</h2>
        <p>
          A made-up primary school with two years of courses, costs and results. Try anything: it is yours to break.
        </p>
        <Button kind="plain" isDisabled={isBusy} isBusy={isMakingSample} onPress={onSample}>
          Open the sample school
        </Button>
      </section>
      <section className="start-way">
        <FolderOpen aria-hidden />
        <h2>Open a school file</h2>
        <p>A file ending in .cpdschool, from this PC or handed over by a colleague.</p>
        <Button kind="plain" isDisabled={isBusy} onPress={onOpen}>
          Choose a file…
        </Button>
      </section>
    </div>
  )
}
