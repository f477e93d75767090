import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import styles from './Lines.module.css';
import { linesTexts } from './texts.ts';

type Term = Schemas['LineExplanation']['terms'][number];

const MEANINGS = { counted: 'good', excluded: 'neutral', blocked: 'bad' } as const;

/** Not even of the side or company of an agreement: nobody asks why. */
const FOREIGN = ['otherSide', 'otherCompany', 'notParticipant', 'outsideWindows'];

type Props = { readonly explained: Schemas['LineExplanation']; readonly partner: string };

/** What a line is to each term; what concerns it least is only counted, and can be opened. */
export function LineTerms({ explained: { terms }, partner }: Props) {
  const say = useSay(linesTexts);
  const near = terms.filter(({ reason }) => !FOREIGN.includes(reason ?? ''));
  const far = terms.filter(({ reason }) => FOREIGN.includes(reason ?? ''));
  if (terms.length === 0) return <p>{say('noAgreements')}</p>;
  return (
    <>
      <TermList terms={near} partner={partner} />
      {far.length > 0 && (
        <details>
          <summary>{say('others', { count: far.length })}</summary>
          <TermList terms={far} partner={partner} />
        </details>
      )}
    </>
  );
}

function TermList({ terms, partner }: { readonly terms: readonly Term[]; readonly partner: string }) {
  const say = useSay(linesTexts);
  const { name } = useReader();
  return (
    <ul className={styles.terms}>
      {terms.map(({ agreement, agreementName, term, state, text, change }) => (
        <li key={`${agreement} ${term}`}>
          <Tag meaning={MEANINGS[state]}>{say(state)}</Tag> <strong>{name(agreementName)}</strong>
          <p>{text}</p>
          {change !== undefined && <p className={styles.change}>{change.text}</p>}
          {state === 'counted' && (
            <Link to="/earnings" search={{ agreement, partner }}>
              {say('earned')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
