/** The kit on a few pages, for tests that look at it and run axe over it. Not part of the product's bundle. */
import './fake-bridge'
import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { Route, Switch, useLocation } from 'wouter'
import { Providers } from '../../src/renderer/app/providers'
import { Spine } from '../../src/renderer/app/spine'
import { Palette } from '../../src/renderer/app/palette'
import { configureZod } from '../../src/renderer/lib/field-message'
import { FormExample, PartsExample } from './pages-write'
import { ListExample, MoneyExample, TodayExample } from './pages-read'
import '../../src/renderer/styles/fonts.css'
import '../../src/renderer/styles/tokens.css'
import '../../src/renderer/styles/base.css'
import '../../src/renderer/app/shell.css'

const nothing = () => undefined

function Page({ section, children }: { readonly section: string; readonly children: React.ReactNode }) {
  const [path] = useLocation()
  useEffect(() => {
    document.documentElement.dataset['section'] = section
  }, [section])
  return (
    <div className="binder">
      <Spine section={section} onFind={nothing} onHelp={nothing} />
      <main className="page" id="main" tabIndex={-1} data-at={path}>
        {children}
      </main>
    </div>
  )
}

function Gallery() {
  return (
    <Switch>
      <Route path="/money">
        <Page section="money">
          <MoneyExample />
        </Page>
      </Route>
      <Route path="/form">
        <Page section="activities">
          <FormExample />
        </Page>
      </Route>
      <Route path="/parts">
        <Page section="needs">
          <PartsExample />
        </Page>
      </Route>
      <Route path="/list/:count/:open?">
        {(params) => (
          <Page section="money">
            <ListExample count={Number(params.count)} isOpen={params.open === 'open'} />
          </Page>
        )}
      </Route>
      <Route path="/find">
        <Page section="today">
          <TodayExample />
          <Palette isOpen onClose={nothing} onHelp={nothing} />
        </Page>
      </Route>
      <Route>
        <Page section="today">
          <TodayExample />
        </Page>
      </Route>
    </Switch>
  )
}

configureZod()
const root = document.getElementById('root')
if (root === null) throw new Error('no #root')
createRoot(root).render(
  <Providers>
    <Gallery />
  </Providers>,
)
