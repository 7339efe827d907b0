import { z } from 'zod'
import { host, read } from '../../kernel/channel'
import { zOnPaper, zPaperFormat } from '../packs/library'
import { zBinderContents } from './model'

/** An order that is not among the school's packs (any more) is answered with the first one. */
const zOrderId = z.string().max(80)

export const binderContract = {
  'binder.contents': read(
    'The whole binder in the order of a toolkit, each entry with where it leads and how it stands',
    z.object({ order: zOrderId }),
    zBinderContents,
  ),
  'binder.print': host(
    'Sends the binder with its dividers and texts to a printer, or writes it to a file in a place that a person chooses',
    z.object({ order: zOrderId, format: zPaperFormat }),
    zOnPaper,
  ),
}
