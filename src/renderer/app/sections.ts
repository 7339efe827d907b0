import {
  BookOpenCheck,
  CalendarDays,
  ChartLine,
  FileText,
  GraduationCap,
  House,
  Landmark,
  ListChecks,
  PoundSterling,
  Target,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { SectionKey } from '../lib/routes'

export interface Section {
  readonly key: SectionKey
  readonly title: string
  readonly icon: LucideIcon
  /** Pressed after `g`. */
  readonly letter: string
}

/** The binder's dividers, in the order of the CPD year. */
export const sections: readonly Section[] = [
  { key: 'today', title: 'Today', icon: House, letter: 't' },
  { key: 'staff', title: 'School and staff', icon: Users, letter: 's' },
  { key: 'needs', title: 'Priorities and needs', icon: Target, letter: 'p' },
  { key: 'plan', title: 'Plan and calendar', icon: CalendarDays, letter: 'c' },
  { key: 'activities', title: 'Activities', icon: GraduationCap, letter: 'a' },
  { key: 'money', title: 'Money', icon: PoundSterling, letter: 'm' },
  { key: 'impact', title: 'Impact and value', icon: ChartLine, letter: 'i' },
  { key: 'review', title: 'Review and progress', icon: ListChecks, letter: 'v' },
  { key: 'documents', title: 'Documents', icon: FileText, letter: 'd' },
  { key: 'reports', title: 'Reports', icon: BookOpenCheck, letter: 'r' },
  { key: 'authority', title: 'Authority', icon: Landmark, letter: 'l' },
]
