export interface Size {
  readonly name: 'school' | 'trust' | 'large'
  readonly staff: number
  readonly bookings: number
  readonly costLines: number
}

export const YEARS = 10

/** Ten years each (model, section 10). The large one only shows how cost grows. */
export const sizes: Readonly<Record<Size['name'], Size>> = {
  school: { name: 'school', staff: 300, bookings: 30_000, costLines: 20_000 },
  trust: { name: 'trust', staff: 3_000, bookings: 300_000, costLines: 200_000 },
  large: { name: 'large', staff: 10_000, bookings: 1_000_000, costLines: 666_000 },
}
