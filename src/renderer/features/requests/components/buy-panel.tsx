import type { BuyLine } from '../../../../shared/features/requests/before-you-buy'
import { TextLink } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { Block, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { buyTones } from '../lib/tones'
import './requests.css'

/** What to look at before agreeing: each line with its figures and where they come from. */
export function BuyPanel({ id }: { readonly id: string }) {
  const read = useRead('requests.beforeYouBuy', { id })
  return (
    <Block>
      <SectionTitle about="What the binder knows. What it does not know, it says.">Before you agree</SectionTitle>
      <ReadState read={read}>
        {({ lines }) => (
          <ul className="buy-lines" aria-label="Before you agree">
            {lines.map((line) => (
              <Line key={line.key} line={line} />
            ))}
          </ul>
        )}
      </ReadState>
    </Block>
  )
}

function Line({ line }: { readonly line: BuyLine }) {
  const { tone, word } = buyTones[line.tone]
  return (
    <li>
      <div className="buy-head">
        <h3>{line.title}</h3>
        <StatusMark tone={tone}>{word}</StatusMark>
      </div>
      <p>{line.finding}</p>
      {line.key !== 'features' &&
        line.facts.map((fact) => (
          <p className="buy-fact" key={fact}>
            {fact}
          </p>
        ))}
      {(line.people.length > 0 || line.key === 'features') && (
        <details>
          <summary>{line.key === 'features' ? 'Which of them' : 'Who'}</summary>
          {line.people.length > 0 && <p>{line.people.join(', ')}</p>}
          {line.key === 'features' && (
            <ul>
              {line.facts.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          )}
        </details>
      )}
      <p className="buy-fact">
        From: {line.to === null ? line.from : <TextLink to={line.to}>{line.from}</TextLink>}
      </p>
    </li>
  )
}
