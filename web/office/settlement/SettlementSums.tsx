import { Link } from '@tanstack/react-router';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Settlement } from './settlementTypes.ts';
import { settlementTexts } from './texts.ts';
import { useTaxRate } from './useTaxRate.ts';

type Tax = Settlement['taxes'][number];
type SetOff = Settlement['setOff'][number];

/** The taxes of a settlement, what of it is set off, and what was waived for it. */
export function SettlementSums({ settlement }: { readonly settlement: Settlement }) {
  const say = useSay(settlementTexts);
  const { moneyFigure, inCurrency } = useReader();
  const taxRate = useTaxRate();
  const { currency, taxes, setOff, waivers } = settlement;
  const taxColumns: readonly Column<Tax>[] = [
    { id: 'rate', title: say('rate'), isMain: true, cell: ({ rate }) => taxRate(rate) },
    {
      id: 'net',
      title: inCurrency(say('net'), currency),
      isFigure: true,
      cell: ({ net }) => moneyFigure(net, currency),
    },
    {
      id: 'tax',
      title: inCurrency(say('tax'), currency),
      isFigure: true,
      isFirst: true,
      cell: ({ tax }) => moneyFigure(tax, currency),
    },
  ];
  const setOffColumns: readonly Column<SetOff>[] = [
    {
      id: 'document',
      title: say('document'),
      isMain: true,
      cell: ({ settlement: id, number }) => (
        <Link to="/settlement" search={{ settlement: id }}>
          {number}
        </Link>
      ),
    },
    {
      id: 'amount',
      title: inCurrency(say('gross'), currency),
      isFigure: true,
      isFirst: true,
      cell: ({ amount }) => moneyFigure(amount, currency),
    },
  ];
  return (
    <>
      {taxes.length > 0 && (
        <Section title={say('taxes')}>
          <DataTable caption={say('taxes')} columns={taxColumns} rows={taxes} rowKey={({ rate }) => rate} />
        </Section>
      )}
      {setOff.length > 0 && (
        <Section title={say('setOff')} lead={say('setOffLead')}>
          <DataTable
            caption={say('setOff')}
            columns={setOffColumns}
            rows={setOff}
            rowKey={({ settlement: id }) => id}
          />
        </Section>
      )}
      {waivers.length > 0 && (
        <Section title={say('waivers')}>
          {waivers.map(({ agreement, term, partner, reason }) => (
            <p key={`${agreement} ${term} ${partner}`}>
              {[agreement, term, partner].filter((text) => text !== null).join(' · ')}: “{reason}”
            </p>
          ))}
        </Section>
      )}
    </>
  );
}
