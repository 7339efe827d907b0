import { z } from 'zod'
import { host, read, zNothing } from '../../kernel/channel'
import { zYearKind } from '../../kernel/years'

const zTheme = z.enum(['system', 'light', 'dark', 'contrast'])
const zOrder = z.string().max(80)
const zTextSize = z.enum(['normal', 'large', 'largest'])

/** Settings of this PC, not of the school: one JSON file in user data. */
export const zPcSettings = z.object({
  theme: zTheme.default('system'),
  textSize: zTextSize.default('normal'),
  /** Shortcuts of a single key (`?`, `g` then a letter) can be turned off: WCAG 2.2, 2.1.4. */
  singleKeys: z.boolean().default(true),
  /** By which kind of year the pages open that show money against a budget: the one chosen last. */
  yearKind: zYearKind.default('financial'),
  /** In which order the binder shows its contents: the one chosen last. */
  binderOrder: zOrder.default('ours'),
})
// Not `zPcSettings.partial()`: zod fills defaults in even there, so keeping one setting would reset the others.
const zPcSettingsPart = z.object({
  theme: zTheme.optional(),
  textSize: zTextSize.optional(),
  singleKeys: z.boolean().optional(),
  yearKind: zYearKind.optional(),
  binderOrder: zOrder.optional(),
})
export type PcSettings = z.infer<typeof zPcSettings>

export const pcContract = {
  'pc.settings': read('Theme and text size on this PC', zNothing, zPcSettings),
  'pc.saveSettings': host('Keep theme and text size on this PC', zPcSettingsPart, zPcSettings),
  'pc.actingPerson': read(
    'Who is working now',
    zNothing,
    z.object({
      personId: z.string().nullable(),
      name: z.string().nullable(),
      choices: z.array(z.object({ personId: z.string(), name: z.string() })),
    }),
  ),
  'pc.actAs': host('Choose who is working now', z.object({ personId: z.string().nullable() }), zNothing),
  'pc.closeWindow': host('What was being typed is kept: the window that is closing may go', zNothing, zNothing),
  'pc.about': read(
    'Version of the program and what it runs on',
    zNothing,
    z.object({ version: z.string(), sqlite: z.string(), host: z.string() }),
  ),
}
