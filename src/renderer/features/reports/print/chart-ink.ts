/** Fonts of the picture: also right in Word and in the PNG, where the bundled face is not at hand. */
export const chartFont = "'Source Sans', Calibri, Arial, sans-serif"
export const ink = '#1f2328'
export const quiet = '#4d5560'

/** How a part of a bar is told from the others without colour: solid, hatched (by the pattern of this id), outlined. */
export function fillOfPart(part: number, patternId: string): string {
  if (part === 0) return '#33373c'
  return part === 1 ? `url(#${patternId})` : '#ffffff'
}
