import '../lib/zod-without-eval'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { configureZod } from '../lib/field-message'
import { App } from './app'
import '../styles/fonts.css'
import '../styles/tokens.css'
import '../styles/base.css'

configureZod()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
