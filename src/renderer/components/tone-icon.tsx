import { CircleAlert, CircleCheck, CircleDashed, Info, TriangleAlert } from 'lucide-react'

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'none'

/** The shape that goes with a tone, so that colour is never alone. */
export function ToneIcon({ tone }: { readonly tone: Tone }) {
  const Icon = { good: CircleCheck, warn: TriangleAlert, bad: CircleAlert, info: Info, none: CircleDashed }[tone]
  return <Icon aria-hidden="true" />
}
