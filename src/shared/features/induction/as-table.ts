import { formatDayShort } from '../../kernel/dates'
import type { ReportTable } from '../../kernel/report-table'
import type { Induction, Step } from './model'

/** The steps of one induction for a document, without those that were left out. Null when none is left. */
export function stepTable({ stepList }: Pick<Induction, 'stepList'>): ReportTable | null {
  const steps = stepList.filter(({ state }) => state !== 'left-out')
  if (steps.length === 0) return null
  return {
    key: 'induction-steps',
    title: 'Steps of induction',
    columns: [
      { key: 'step', title: 'Step', kind: 'text' },
      { key: 'who', title: 'Who sees to it', kind: 'text' },
      { key: 'dueOn', title: 'By', kind: 'day' },
      { key: 'done', title: 'Done', kind: 'text' },
    ],
    rows: steps.map((step) => ({
      key: step.id,
      cells: {
        step: step.title,
        who: step.responsible?.name ?? null,
        dueOn: step.dueOn,
        done: doneWords(step),
      },
    })),
    notes: [],
  }
}

const doneWords = ({ doneOn }: Step): string => (doneOn === null ? 'Not yet' : formatDayShort(doneOn))
