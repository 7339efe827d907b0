/** True when every cell that says something is an amount (£1,200.50, 70%, −3): such a column is set as figures. */
export function areFigures(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length > 0 && filled.every((cell) => /^[−–-]?£?\d[\d,]*(\.\d+)?%?$/.test(cell.trim()))
}
