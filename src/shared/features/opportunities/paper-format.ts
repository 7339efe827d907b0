import { z } from 'zod'

/** How a list or a text comes on paper. */
export const zPaperFormat = z.enum(['print', 'pdf', 'docx', 'xlsx', 'csv'])
export type PaperFormat = z.infer<typeof zPaperFormat>
export const zOnPaper = z.object({ printed: z.boolean(), fileName: z.string().nullable() })
