import { read, zNothing } from '../../kernel/channel'
import { zFinanceCodes, zTypology } from './model'

export const packsContract = {
  'packs.typology': read('Types, sources and levels of activity', zNothing, zTypology),
  'packs.financeCodes': read('Finance codes, kinds of cost and kinds of fund', zNothing, zFinanceCodes),
}
