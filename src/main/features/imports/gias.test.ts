import { describe, expect, it } from 'vitest'
import { sharedData } from '../../../../tests/fixtures/shared-data'
import { binderWithSchool } from '../../../../tests/fixtures/school'

const wide = sharedData('gias-npq', 'gias_sample.csv')
const narrow = sharedData('gias-ect', 'schools.csv')

describe.skipIf(wide === undefined || narrow === undefined)(
  'school registers in two layouts (skipped where they are absent)',
  () => {
    it('fills the profile of a URN and leaves the past as it was', async () => {
      const made = binderWithSchool()
      const { token } = made.imports.take('gias', [wide ?? ''])
      const plan = await made.imports.plan({ token, urn: '100000' })
      expect(plan).toMatchObject({ new: 0, changed: 1, refused: [] })
      expect(made.imports.rows(token, undefined, 0, 10).rows[0]?.changes).toContainEqual({
        field: 'Name',
        from: 'Northgate Primary School',
        to: 'The Aldgate School',
      })
      made.imports.commit(token)
      expect(await made.call('school.profiles', {})).toMatchObject({
        profiles: [
          {
            validFrom: '2025-11-20',
            name: 'The Aldgate School',
            urn: '100000',
            authorityName: 'City of London',
            phase: 'Primary',
            regime: 'maintained',
            pupilsOnRoll: 276,
          },
          { validFrom: '2024-09-01', name: 'Northgate Primary School', pupilsOnRoll: 412 },
        ],
      })
      const again = made.imports.take('gias', [wide ?? ''])
      expect(await made.imports.plan({ token: again.token })).toMatchObject({ changed: 0, same: 1 })
    })

    it('finds schools by a part of the name, in the narrow layout too', async () => {
      const made = binderWithSchool()
      const { token } = made.imports.take('gias', [narrow ?? ''])
      const { schools } = await made.call('imports.findSchool', { token, name: 'starship' })
      expect(schools).toMatchObject([
        {
          urn: '20001',
          name: "The Starship Children's Centre",
          authorityName: 'Cambridgeshire',
          pupilsOnRoll: null,
        },
      ])
      expect(await made.codeOf('imports.findSchool', { token })).toBe('input.required')
    })

    it('says so when there is no such school', async () => {
      const made = binderWithSchool()
      const { token } = made.imports.take('gias', [narrow ?? ''])
      const plan = await made.imports.plan({ token, urn: '999999' })
      expect(plan.refused).toMatchObject([{ code: 'gias.not-found' }])
      expect(made.imports.commit(token).changeId).toBeNull()
    })
  },
)
