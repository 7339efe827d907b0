import { z } from 'zod'

// Imported before anything that makes a schema: zod tries `new Function` when a schema is made, which our content
// security policy refuses (and reports as a violation).
z.config({ jitless: true })
