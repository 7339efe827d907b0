import type { Match } from '../../../../shared/features/opportunities/matching-contract'
import { reasonWords } from '../../../../shared/features/opportunities/reason-words'
import { formatDayShort } from '../../../../shared/kernel/dates'
import { LinkButton, TextLink } from '../../../components/button'
import { Chip, StatusMark } from '../../../components/chip'
import { Block, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import './need-matches.css'

/** What would serve a need: ranked, each with the reasons for its rank; and who of our own staff knows about it. */
export function NeedMatches({ needId }: { readonly needId: string }) {
  const read = useRead('opportunities.forNeed', { needId })
  return (
    <ReadState read={read}>
      {({ matches, count, fitting, experts }) => (
        <Block>
          <SectionTitle about={matches.length === 0 ? undefined : aboutMatches(fitting, count, matches.length)}>
            What would serve it
          </SectionTitle>
          {matches.length === 0 ? (
            <p>
              Nothing in the catalogue serves its standard or speaks of the same.{' '}
              <TextLink to="/opportunities/new">Add an opportunity</TextLink>
            </p>
          ) : (
            <ol className="need-matches">
              {matches.map((match) => (
                <MatchLine key={match.opportunityId} match={match} />
              ))}
            </ol>
          )}
          {experts.length > 0 && (
            <>
              <SectionTitle level={3}>Our own people who know about it</SectionTitle>
              <ul>
                {experts.map(({ personId, name, subject, canTrain, fits }) => (
                  <li key={`${personId} ${subject}`}>
                    <TextLink to={`/staff/${personId}`}>{name}</TextLink>: {subject}
                    {!fits && ' (comes near)'}
                    {canTrain && (
                      <>
                        , can train others:{' '}
                        <TextLink to={`/opportunities/new?expert=${personId}&title=${encodeURIComponent(subject)}`}>
                          make it an offer of our own
                        </TextLink>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
          <LinkButton to="/opportunities">Look through the opportunities</LinkButton>
        </Block>
      )}
    </ReadState>
  )
}

/** How many fit, how many come near, and whether these are all of them. */
function aboutMatches(fitting: number, count: number, shown: number): string {
  const near = count - fitting
  const all = `${fitting === 0 ? 'None fits' : plural(fitting, 'fits', 'fit')}${near === 0 ? '' : `, ${plural(near, 'comes', 'come')} near`}.`
  return count > shown ? `${all} The first ${shown} of ${count}.` : all
}

function MatchLine({ match }: { readonly match: Match }) {
  const about = [match.providerName, match.nextOn === null ? null : formatDayShort(match.nextOn)].filter(Boolean)
  return (
    <li>
      <TextLink to={`/opportunities/${match.opportunityId}`}>{match.title}</TextLink>{' '}
      {match.isInHouse && <Chip>Our own staff</Chip>} {match.fits && <StatusMark tone="good">Fits</StatusMark>}
      {about.length > 0 && <small>{about.join(' · ')}</small>}
      <small>
        {match.score} points: {match.reasons.map(reasonWords).join('; ')}
      </small>
    </li>
  )
}
