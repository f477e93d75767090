import { Link } from '@tanstack/react-router';
import { isSameFigure, sumText } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { moneyTexts } from '../money/texts.ts';
import styles from './Claims.module.css';
import type { ClaimRow } from './claimTypes.ts';
import { claimWords } from './claimWords.ts';
import { claimsTexts } from './texts.ts';

type Props = { readonly rows: readonly ClaimRow[]; readonly isStale: boolean };

/** Claims by row: each opens its sheet. */
export function ClaimTable({ rows, isStale }: Props) {
  const say = useSay(claimsTexts);
  const columns = useClaimColumns();
  return (
    <DataTable
      caption={say('caption')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      isStale={isStale}
    />
  );
}

function useClaimColumns(): readonly Column<ClaimRow>[] {
  const say = useSay(claimsTexts);
  const sayMoney = useSay(moneyTexts);
  const sayWord = useSay(claimWords);
  const { day } = useReader();
  return [
    {
      id: 'partner',
      title: sayMoney('partner'),
      isMain: true,
      cell: ({ partner, claimant }) => (
        <PartnerName code={partner} below={sayWord(claimant === 'us' ? 'us' : 'them')} />
      ),
    },
    {
      id: 'claim',
      title: say('claim'),
      isPlain: true,
      cell: (claim) => (
        <Named name={<ClaimLink claim={claim} />} code={say('sent', { day: day(claim.sentOn) })} />
      ),
    },
    { id: 'agreement', title: sayMoney('agreement'), cell: ({ agreement }) => agreement },
    { id: 'state', title: say('state'), isPlain: true, cell: (claim) => <ClaimState claim={claim} /> },
    {
      id: 'claimed',
      title: say('claimed'),
      isFigure: true,
      cell: ({ claimed, currency }) => <Amount exact={claimed} currency={currency} />,
    },
    {
      id: 'open',
      title: say('open'),
      isFigure: true,
      isFirst: true,
      cell: ({ open, currency }) => <Amount exact={open} currency={currency} />,
    },
  ];
}

/** Its number; the whole row leads on. */
function ClaimLink({ claim: { id, open, currency, reference, partner } }: { readonly claim: ClaimRow }) {
  const say = useSay(claimsTexts);
  const { money } = useReader();
  return (
    <Link
      from="/claims"
      to="/claims"
      search={(old) => ({ ...old, claim: id })}
      resetScroll={false}
      className={styles.whole}
      aria-label={`${say('openClaim', { reference, partner })}: ${money(open, currency)}`}
    >
      {reference}
    </Link>
  );
}

type StateProps = {
  readonly claim: Pick<ClaimRow, 'open' | 'daysLate' | 'disputes' | 'currency'>;
};

/** Whether anything is open of a claim, late, or argued about. */
export function ClaimState({ claim: { open, daysLate, disputes, currency } }: StateProps) {
  const say = useSay(claimsTexts);
  const { money } = useReader();
  if (isSameFigure(open, '0')) return <Tag meaning="good">{say('closed')}</Tag>;
  const disputed = sumText(Object.values(disputes)) ?? '0';
  return (
    <>
      {!isSameFigure(disputed, '0') && (
        <Tag meaning="attention">{say('inDispute', { amount: money(disputed, currency) })}</Tag>
      )}
      {daysLate > 0 ? (
        <Tag meaning="bad">{say('late', { count: daysLate })}</Tag>
      ) : (
        <Tag>{say('isOpen')}</Tag>
      )}
    </>
  );
}
