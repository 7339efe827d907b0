/**
 * The fewest people of whom anything is told together where nobody is to be recognised: answers, figures of a part of the
 * staff, the group of an unnamed person. One number for the whole binder, so that no page gives away what another hides.
 */
export const SMALLEST_GROUP = 5
