// The window that prints: no shell, no routes, no reads of its own. What it draws is named by the address's hash.
import '../styles/fonts.css'
import '../styles/tokens.css'
import '../styles/base.css'
import '../lib/zod-without-eval'
import { createRoot } from 'react-dom/client'
import { clearPage, drawJob } from '../features/reports/print/print-page'

const element = document.getElementById('root')
if (element === null) throw new Error('print.html has no #root')
const root = createRoot(element)

function follow(): void {
  const token = window.location.hash.replace(/^#(\/print\/)?/, '')
  if (token === '') clearPage(root)
  else if (token !== document.documentElement.dataset['job']) void drawJob(root, token)
}

window.addEventListener('hashchange', follow)
follow()
