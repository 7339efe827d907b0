import { zCourseMode, zDurationUnit } from '../../../../shared/features/opportunities/model'
import { modeWords } from '../../../../shared/features/opportunities/words'

export const modeOptions = zCourseMode.options.map((value) => ({ value, title: modeWords[value] }))
export const unitOptions = zDurationUnit.options.map((value) => ({ value, title: value }))
