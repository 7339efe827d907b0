import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect, useState } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { Waiting } from '../components/read-state'
import { useEvent, useRead } from '../lib/contract-client'
import { navigate } from '../lib/navigation'
import type { FeaturePage } from '../lib/routes'
import { ErrorBoundary } from './error-boundary'
import { NotFoundPage } from './not-found-page'
import { Palette } from './palette'
import { dividers, pages } from './routes'
import { ShortcutsHelp } from './shortcuts-help'
import { Spine } from './spine'
import { useShortcuts } from './use-shortcuts'
import { useTheme } from './theme'
import './shell.css'

const startRoute = '/start'

/** The binder: the spine, the page, the palette. Pages outside the binder (first start, print) are drawn alone. */
export function Shell() {
  const client = useQueryClient()
  const status = useRead('school.status', {})
  const settings = useRead('pc.settings', {})
  useTheme(settings.data)
  useEvent('school.changed', () => void client.invalidateQueries())

  const [location] = useLocation()
  const page = pageAt(location)
  const isClosed = status.data?.isOpen === false
  useEffect(() => {
    if (isClosed && page?.bare !== true && hasStart) navigate(startRoute, { replace: true })
  }, [isClosed, page])

  if (status.data === undefined && status.failure === undefined) return <Opening />
  if (page?.bare === true || isClosed) {
    return (
      <main className="bare-page" id="main" tabIndex={-1}>
        <Pages />
      </main>
    )
  }
  return <Binder section={page?.section} />
}

function Binder({ section }: { readonly section: string | undefined }) {
  const [isFinding, setFinding] = useState(false)
  const [isHelping, setHelping] = useState(false)
  useShortcuts({ onFind: () => setFinding(true), onHelp: () => setHelping(true) })
  useEffect(() => {
    if (section === undefined) delete document.documentElement.dataset['section']
    else document.documentElement.dataset['section'] = section
  }, [section])
  return (
    <div className="binder">
      <a className="skip-link" href="#main" onClick={skipToPage}>
        Skip to the page
      </a>
      <Spine section={section} onFind={() => setFinding(true)} onHelp={() => setHelping(true)} />
      <main className="page" id="main" tabIndex={-1}>
        <Pages />
      </main>
      <Palette isOpen={isFinding} onClose={() => setFinding(false)} onHelp={() => setHelping(true)} />
      <ShortcutsHelp isOpen={isHelping} onClose={() => setHelping(false)} />
    </div>
  )
}

/** The hash is the route, so the link must not change it. */
function skipToPage(event: { preventDefault(): void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

function Pages() {
  const [location] = useLocation()
  const home = dividers[0]?.home ?? startRoute
  return (
    <ErrorBoundary resetKey={location}>
      <Suspense fallback={<Waiting />}>
        <Switch>
          {pages.map((page) => (
            <Route key={page.path} path={page.path} component={page.component} />
          ))}
          <Route path="/">
            <Redirect to={home} replace />
          </Route>
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </ErrorBoundary>
  )
}

function Opening() {
  return (
    <main className="bare-page" id="main">
      <Waiting />
    </main>
  )
}

const hasStart = pages.some((page) => page.path === startRoute)

/** The page a route belongs to, by the fixed beginning of its pattern. */
function pageAt(location: string): (FeaturePage & { readonly section: string | undefined }) | undefined {
  return pages.find((page) => fits(page.path, location))
}

function fits(pattern: string, location: string): boolean {
  const parts = pattern.split('/').filter(Boolean)
  const asked = location.split('/').filter(Boolean)
  if (asked.length > parts.length && !pattern.includes('*')) return false
  return parts.every((part, index) => {
    const given = asked[index]
    if (part.startsWith('*')) return true
    if (part.startsWith(':')) return given !== undefined || part.endsWith('?')
    return part === given
  })
}
