import { sentence as s } from './sentence'

/** Documents of the school. */
export const documentsRefusals = {
  'document.not-a-draft': s(
    'This document is handed in or approved, so its text stands still.',
    'Return it to its draft, or open it again, and then change it.',
  ),
  'document.not-that-step': s(
    'This document is not at the step that leads there.',
    'Look at where it stands; a draft is handed in first, then approved.',
  ),
  'document.section-of-template': s(
    'This section came with the template.',
    'Mark it as not for your school, with the reason; it is then left out of what is printed.',
  ),
  'document.unfinished': s(
    'This document has {count} places that are still to be filled.',
    'Fill them, leave their sections out, or approve it with the gaps to be seen.',
  ),
}
