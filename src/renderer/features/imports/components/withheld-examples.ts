/** Said before anybody chooses a file with more in it than is needed. */
export const withheldExamples =
  'Columns that professional development does not need are never read: passwords, national insurance numbers, dates of birth, ethnicity, health, home addresses, pay. You need not remove them first.'
