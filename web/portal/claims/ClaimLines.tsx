import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { reasonTexts, type SaidReason } from '../../claim/claimReasons.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Section } from '../../ui/Section.tsx';
import { EarningSheet } from '../earning/EarningSheet.tsx';
import styles from './Claims.module.css';
import type { Claim } from './claimTypes.ts';
import { claimsTexts } from './texts.ts';

type Line = Claim['lines'][number];

/** More windows and terms than an agreement has; a line that is not found among them leads nowhere. */
const EARNINGS_MAX = '200';

/** What is claimed line by line; each opens how it was earned. */
export function ClaimLines({ claim }: { readonly claim: Claim }) {
  const say = useSay(claimsTexts);
  const { earning } = useSearch({ from: '/claims/$id' });
  const navigate = useNavigate({ from: '/claims/$id' });
  const { agreement } = claim;
  const query = { agreement, limit: EARNINGS_MAX };
  const earned = api.useQuery('get', '/api/v1/earnings', { params: { query } });
  const earningOf = ({ term, participant, firstDay }: Line) =>
    earned.data?.rows.find(
      (row) => row.term === term && row.partner === participant && row.window.firstDay === firstDay,
    )?.id;
  // What is the same of all lines tells none of them apart.
  const hasTerms = new Set(claim.lines.map(({ term }) => term)).size > 1;
  return (
    <Section title={say('lines')}>
      <ul className={styles.lines}>
        {claim.lines.map((line) => (
          <ClaimLine
            key={line.line}
            line={line}
            hasTerms={hasTerms}
            currency={claim.currency}
            earning={earningOf(line)}
          />
        ))}
      </ul>
      <EarningSheet id={earning} onClose={() => void navigate({ search: {}, resetScroll: false })} />
    </Section>
  );
}

type LineProps = {
  readonly line: Line;
  /** Whether lines of several terms stand there. */
  readonly hasTerms: boolean;
  readonly currency: string;
  /** The amount behind it; undefined where nothing was earned. */
  readonly earning: string | undefined;
};

function ClaimLine({ line, hasTerms, currency, earning }: LineProps) {
  const say = useSay(claimsTexts);
  const sayReason = useSay(reasonTexts);
  const reader = useReader();
  const { line: number, term, firstDay, lastDay, claimed, product, refusedFor } = line;
  const reasons = Object.keys(refusedFor) as SaidReason[];
  const amount = reader.money(claimed, currency);
  return (
    <li className={styles.line}>
      <div>
        <strong>{say('line', { line: number })}</strong>
        <p className={styles.quiet}>
          {[hasTerms ? term : null, product, reader.span({ firstDay, lastDay })].filter(Boolean).join(' · ')}
        </p>
        {reasons.length > 0 && (
          <p>{say('refusedFor', { reasons: reader.list(reasons.map((one) => sayReason(one))) })}</p>
        )}
      </div>
      {earning === undefined ? (
        <span>{amount}</span>
      ) : (
        <Link
          from="/claims/$id"
          to="/claims/$id"
          search={{ earning }}
          resetScroll={false}
          aria-label={say('explainLine', { line: number, amount })}
        >
          {amount}
        </Link>
      )}
    </li>
  );
}
