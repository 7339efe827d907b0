import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect, useState } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { Waiting } from '../components/read-state'
import { call, useEvent, useRead } from '../lib/contract-client'
import { listAbove, ListAboveContext } from '../lib/list-above'
import { navigate } from '../lib/navigation'
import type { FeaturePage } from '../lib/routes'
import { onSchoolChanged, readAnew } from '../lib/read-anew'
import { failureSentence } from '../lib/sentence'
import { showToast } from '../lib/toasts'
import { keepAll } from '../lib/unkept'
import { AboutDialog } from './about-dialog'
import { ErrorBoundary } from './error-boundary'
import { NotFoundPage } from './not-found-page'
import { Palette } from './palette'
import { dividers, pages } from './routes'
import { ShortcutsHelp } from './shortcuts-help'
import { Spine } from './spine'
import { useMenuCommands } from './use-menu-commands'
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
  useEvent('school.changed', () => onSchoolChanged(client))
  useEvent('window.closing', () => void keepAll().finally(() => call('pc.closeWindow', {})))
  // What is on screen is of the school before: leave it, so that nothing typed there is saved into this one.
  useEvent('school.named', ({ refused }) => {
    void readAnew(client)
    if (refused === null) navigate('/')
    else if (status.data?.isOpen === true)
      showToast({ text: failureSentence({ ok: false, ...refused }), tone: 'bad' })
  })

  const [location] = useLocation()
  const page = pageAt(location)
  const isClosed = status.data?.isOpen === false
  useEffect(() => {
    if (isClosed && page?.bare !== true && hasStart) navigate(startRoute, { replace: true })
  }, [isClosed, page])

  const section = page?.section
  useEffect(() => {
    if (section === undefined) delete document.documentElement.dataset['section']
    else document.documentElement.dataset['section'] = section
  }, [section])

  if (status.data === undefined && status.failure === undefined) return <Opening />
  return page?.bare === true || isClosed ? <BarePage /> : <Binder section={page?.section} />
}

/** A page outside the binder. The host's menu still opens and closes schools. */
function BarePage() {
  useMenuCommands({})
  return (
    <main className="bare-page" id="main" tabIndex={-1}>
      <Pages />
    </main>
  )
}

type Open = 'find' | 'help' | 'about' | undefined

function Binder({ section }: { readonly section: string | undefined }) {
  const [open, setOpen] = useState<Open>(undefined)
  const close = () => setOpen(undefined)
  const onFind = () => setOpen('find')
  const onHelp = () => setOpen('help')
  useShortcuts({ onFind, onHelp })
  useMenuCommands({ onFind, onHelp, onAbout: () => setOpen('about') })
  return (
    <div className="binder">
      <a className="skip-link" href="#main" onClick={skipToPage}>
        Skip to the page
      </a>
      <Spine section={section} onFind={onFind} onHelp={onHelp} />
      <main className="page" id="main" tabIndex={-1}>
        <Pages />
      </main>
      <Palette isOpen={open === 'find'} onClose={close} onHelp={onHelp} />
      <ShortcutsHelp isOpen={open === 'help'} onClose={close} />
      <AboutDialog isOpen={open === 'about'} onClose={close} />
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
      <ListAboveContext value={listAbove(pages, location)}>
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
      </ListAboveContext>
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
