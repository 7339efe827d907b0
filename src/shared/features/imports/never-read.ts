import type { Withheld } from './model'
import { normaliseHeader } from './normalise'

/**
 * Columns that professional development does not need, and that are therefore never read in: their cells stay in
 * the parsing process and die with it. The reason is shown beside the column. Ages and dates of birth, health,
 * belief and pay are listed because a register exported whole usually holds them.
 */
const rules: readonly { readonly reason: Withheld; readonly pattern: RegExp }[] = [
  { reason: 'secret', pattern: /password|passwd|^pwd$|^pin$|pincode|passphrase|secret|token$/ },
  {
    reason: 'identity',
    pattern:
      /^ni(no|number|num)$|nationalinsurance|^nino|passport|dbs(number|certificate|no$)|disclosurenumber|workpermit|visa/,
  },
  {
    reason: 'special',
    pattern:
      /ethnic|^race$|religio|faith|disab|medical|health|sickness|sexualorient|tradeunion|unionmember|pregnan|maternity/,
  },
  {
    reason: 'private',
    pattern:
      /dateofbirth|^dob$|birthdate|birthday|placeofbirth|^birth|^age$|^gender|^sex$|legalsex|marital|nationality|citizenship/,
  },
  {
    reason: 'private',
    pattern:
      /^home|homeaddress|homephone|hometel|^address|addressline|^postcode$|^street$|personalemail|personalmobile|nextofkin|emergencycontact|^mobile(tel|phone)?(no|number)?$|carregistration|^sms$/,
  },
  {
    reason: 'pay',
    pattern:
      /salary|^pay(scale|spine|grade|point|rate)?$|spinepoint|bank(account|name)?$|sortcode|accountnumber|iban|taxcode|pension/,
  },
]

/** A national insurance number, with or without spaces. */
const insuranceNumber = /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]$/i

/** "Mean gross FTE salary of all teachers": a published figure of a whole school, nobody's pay. */
const averageOfTeachers = /^(mean|average|median)\w*teachers/

/** Why a column of this header must not be read; undefined when it may be. */
export function withheldByHeader(header: string): Withheld | undefined {
  const name = normaliseHeader(header)
  if (averageOfTeachers.test(name)) return undefined
  return rules.find((rule) => rule.pattern.test(name))?.reason
}

/** True for text that is an identity number whatever its column is called (files without a header row). */
export function looksLikeIdentityNumber(text: string): boolean {
  return insuranceNumber.test(text.trim())
}
