import '../styles/fonts.css'
import '../styles/tokens.css'
import '../styles/base.css'
// What many parts stand on comes first, whichever page is loaded first, so that a part's own rules always win.
import '../components/button.css'
import '../components/fields/field.css'
import '../components/popover.css'
import '../components/dialog.css'
import '../components/notice.css'
import '../lib/zod-without-eval'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { configureZod } from '../lib/field-message'
import { App } from './app'

configureZod()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
