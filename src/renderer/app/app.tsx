import { ErrorBoundary } from './error-boundary'
import { Providers } from './providers'
import { Shell } from './shell'

/** The whole window. */
export function App() {
  return (
    <ErrorBoundary>
      <Providers>
        <Shell />
      </Providers>
    </ErrorBoundary>
  )
}
