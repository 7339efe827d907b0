import { z } from 'zod'
import { zStandardRef, type StandardRef } from '../needs/model'

/** A code alone, as catalogues give it, is kept as a text; a statement that was chosen from a framework with its framework. */
const zKept = z.array(
  z.union([z.string().transform((code): StandardRef => ({ code, framework: null })), zStandardRef]),
)

/** A standard as a value to choose. */
export const standardValue = ({ code, framework }: StandardRef): string => JSON.stringify([code, framework])

/** The standard that a value stands for, as {@link standardValue} wrote it. */
export function standardOfValue(value: string): StandardRef {
  const [code, framework] = z.tuple([z.string(), z.string().nullable()]).parse(JSON.parse(value))
  return { code, framework }
}

/** The standards of an opportunity as they are kept. */
export function standardsOf(json: string): StandardRef[] {
  // Most of a catalogue names none, and thousands are read at a time.
  return json === '[]' ? [] : zKept.parse(JSON.parse(json))
}

/** Standards as an opportunity keeps them; {@link standardsOf} reads them again. */
export function standardsJson(standards: readonly StandardRef[]): string {
  return JSON.stringify(standards.map(({ code, framework }) => (framework === null ? code : { code, framework })))
}

/**
 * The codes that a catalogue gives for a course of which standards are known: a code keeps its frameworks, so that reading
 * the same file again changes nothing.
 */
export function standardsSaid(codes: readonly string[], known: readonly StandardRef[]): StandardRef[] {
  return codes.flatMap((code) => {
    const there = known.filter((one) => one.code.toLowerCase() === code.toLowerCase())
    return there.length > 0 ? there : [{ code, framework: null }]
  })
}
