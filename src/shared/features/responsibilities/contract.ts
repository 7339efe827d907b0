import { z } from 'zod'
import { host, read, write, zNothing } from '../../kernel/channel'
import { zId } from '../../kernel/ids'
import { zOnPaper, zPaperFormat } from '../packs/library'
import { zChart, zGiveInput, zHolderInput } from './model'

export const responsibilitiesContract = {
  'responsibilities.chart': read(
    'Who carries which responsibility for CPD today, and what nobody carries',
    zNothing,
    zChart,
  ),
  'responsibilities.give': write(
    'Give responsibilities to a person from a day on; those before end the day before, unless it is shared',
    zGiveInput,
    z.object({ given: z.int(), ended: z.int() }),
  ),
  'responsibilities.change': write(
    'Change from when until when somebody carries a responsibility',
    zHolderInput,
    zNothing,
  ),
  'responsibilities.remove': write(
    'Take back a responsibility that was given by mistake',
    z.object({ id: zId }),
    zNothing,
  ),
  'responsibilities.print': host(
    'Sends the chart to a printer, or writes it to a file in a place that a person chooses',
    z.object({ format: zPaperFormat }),
    zOnPaper,
  ),
}
