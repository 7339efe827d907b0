import { get, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form'
import { follow, isSame, type Values } from '../lib/follow'

/** A form of the kit: where nobody typed, it follows what it began with. */
export type KitForm<I extends FieldValues, O> = UseFormReturn<I, unknown, O> & {
  readonly following: Following<I, O>
}

const stays = { keepErrors: true, keepIsSubmitted: true, keepSubmitCount: true, keepTouched: true } as const

/**
 * Keeps a form in step with what it began with (see lib/follow). While the form's own values are being saved it waits:
 * what comes back then is what was sent.
 */
export class Following<I extends FieldValues, O> {
  /** What each field was when somebody began to type in it; of the others, what is kept. Goes into a draft. */
  base: Values
  /** How often values have come from the file: the record again, or a draft. */
  timesGiven = 0
  private given: Values
  private start: Values
  private sent: Values | undefined
  private hasNews = false

  constructor(
    private readonly form: UseFormReturn<I, unknown, O>,
    start: Values,
  ) {
    this.base = start
    this.given = start
    this.start = start
  }

  /** Whether a field holds what the file gave last, and not what a hand has put there since. */
  isGiven(name: string): boolean {
    return isSame(get(this.form.getValues(), name), get(this.given, name))
  }

  /** Tells what the form would begin with now. */
  startIs(start: Values): void {
    if (isSame(start, this.start)) return
    this.start = start
    this.hasNews = true
    if (this.sent === undefined) this.catchUp()
  }

  /** The values are on their way to the file. */
  sending(): void {
    this.sent = structuredClone(this.form.getValues())
  }

  /** They were saved, or refused. */
  sendingEnded(isSaved: boolean): void {
    // What was saved is unsaved no more: it may come back written otherwise, and is followed.
    if (isSaved && this.sent !== undefined) this.base = this.sent
    this.sent = undefined
    if (this.hasNews) this.catchUp()
  }

  /** Takes up what was typed another time, over what the form began with then. Tells whether there is anything of it. */
  takeUp(base: Values, typed: Values): boolean {
    const { values, base: now } = follow(base, typed, this.start)
    const found = Object.entries(values).filter(([name, value]) => !isSame(value, this.start[name]))
    this.base = now
    for (const [name, value] of found) {
      this.form.setValue(name as Parameters<typeof this.form.setValue>[0], value as never, { shouldDirty: true })
    }
    this.give(this.form.getValues())
    return found.length > 0
  }

  /** Back to what is kept. */
  discard(): void {
    this.base = this.start
    this.form.reset()
    this.give(this.start)
  }

  /** The fields in which what is kept changed after something else was typed there; each is told once. */
  tellClashes(): readonly string[] {
    const { clashes } = follow(this.base, this.form.getValues(), this.start)
    if (clashes.length > 0) this.base = this.start
    return clashes
  }

  private catchUp(): void {
    const { values, base } = follow(this.base, this.form.getValues(), this.start)
    this.base = base
    this.hasNews = false
    const keepDirty = !isSame(values, this.start)
    // The values first, lists of rows included; then what they are measured against, which is not the same.
    this.form.reset(values as I, { ...stays, keepDirty })
    this.form.reset(this.start as DefaultValues<I>, { ...stays, keepDirty, keepValues: true })
    this.give(values)
  }

  private give(values: Values): void {
    this.given = structuredClone(values)
    this.timesGiven += 1
  }
}
