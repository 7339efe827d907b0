import { z } from 'zod'
import { host, read, zNothing } from '../../kernel/channel'

/** Settings of this PC, not of the school: one JSON file in user data. */
export const zPcSettings = z.object({
  theme: z.enum(['system', 'light', 'dark', 'contrast']).default('system'),
  textSize: z.enum(['normal', 'large', 'largest']).default('normal'),
})
export type PcSettings = z.infer<typeof zPcSettings>

export const pcContract = {
  'pc.settings': read('Theme and text size on this PC', zNothing, zPcSettings),
  'pc.saveSettings': host('Keep theme and text size on this PC', zPcSettings.partial(), zPcSettings),
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
  'pc.about': read(
    'Version of the program and what it runs on',
    zNothing,
    z.object({ version: z.string(), sqlite: z.string(), host: z.string() }),
  ),
}
