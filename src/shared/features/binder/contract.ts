import { z } from 'zod'
import { read } from '../../kernel/channel'
import { zBinderContents } from './model'

/** An order that is not among the school's packs (any more) is answered with the first one. */
const zOrderId = z.string().max(80)

export const binderContract = {
  'binder.contents': read(
    'The whole binder in the order of a toolkit, each entry with where it leads and how it stands',
    z.object({ order: zOrderId }),
    zBinderContents,
  ),
}
