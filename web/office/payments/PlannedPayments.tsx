import { Link } from '@tanstack/react-router';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { moneyTexts } from '../money/texts.ts';
import { payableTexts } from './payableTexts.ts';
import type { PlannedRun } from './paymentTypes.ts';

/** What a run would pay, and whom it would leave out and why. */
export function PlannedPayments({ run }: { readonly run: PlannedRun }) {
  const say = useSay(payableTexts);
  const sayMoney = useSay(moneyTexts);
  const { moneyFigure, inCurrency } = useReader();
  const { payments, currency, total, leftOut, approvals } = run;
  const columns: readonly Column<PlannedRun['payments'][number]>[] = [
    {
      id: 'partner',
      title: sayMoney('partner'),
      isMain: true,
      cell: ({ partner }) => <PartnerName code={partner} />,
    },
    { id: 'remittance', title: say('remittance'), isPlain: true, cell: ({ remittance }) => remittance },
    {
      id: 'amount',
      title: inCurrency(say('amount'), currency),
      isFigure: true,
      isFirst: true,
      cell: ({ amount }) => moneyFigure(amount, currency),
    },
  ];
  return (
    <>
      {payments.length === 0 ? (
        <p>{say('noPayments')}</p>
      ) : (
        <DataTable
          caption={say('preview')}
          columns={columns}
          rows={payments}
          rowKey={({ payment }) => payment}
          foot={{
            partner: say('total'),
            remittance: `${say('payments', { count: payments.length })} · ${say('approvals', { count: approvals })}`,
            amount: <strong>{moneyFigure(total, currency)}</strong>,
          }}
        />
      )}
      {leftOut.map(({ partner, errors }) => (
        <Notice key={partner} title={`${say('leftOut')}: ${partner}`} meaning="attention">
          {errors.some(({ code }) => code === 'bank-account-not-found') && (
            <p>
              <Link to="/settlement/accounts">{say('toAccounts')}</Link>
            </p>
          )}
          {errors.map(({ code, title, detail }) => (
            <p key={`${code} ${title}`}>
              {title} {detail}
            </p>
          ))}
        </Notice>
      ))}
    </>
  );
}
