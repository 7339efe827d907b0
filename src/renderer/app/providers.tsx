import { QueryClientProvider } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { Router } from 'wouter'
import { ToastRegion } from '../components/toast'
import { makeQueryClient } from '../lib/contract-client'
import { useHashPath, useHashQuery } from '../lib/navigation'
import { WithExtensions } from './extensions'

/** What every page stands on: the cache of reads, British English, the route, and the place for messages. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const [client] = useState(makeQueryClient)
  return (
    <QueryClientProvider client={client}>
      <I18nProvider locale="en-GB">
        <Router hook={useHashPath} searchHook={useHashQuery}>
          <WithExtensions>{children}</WithExtensions>
          <ToastRegion />
        </Router>
      </I18nProvider>
    </QueryClientProvider>
  )
}
