import { Link } from '@tanstack/react-router';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Settlement } from './settlementTypes.ts';
import { settlementTexts } from './texts.ts';
import { useTaxRate } from './useTaxRate.ts';

type Tax = Settlement['taxes'][number];
type SetOff = Settlement['setOff'][number];

type Props = { readonly settlement: Settlement };

/** The taxes of a settlement, what of it is set off, and what was waived for it. */
export function SettlementSums({ settlement }: Props) {
  const say = useSay(settlementTexts);
  const { taxes, setOff, waivers } = settlement;
  return (
    <>
      {taxes.length > 0 && (
        <Section title={say('taxes')}>
          <TaxTable settlement={settlement} />
        </Section>
      )}
      {setOff.length > 0 && (
        <Section title={say('setOff')} lead={say('setOffLead')}>
          <SetOffTable settlement={settlement} />
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

function TaxTable({ settlement: { currency, taxes } }: Props) {
  const say = useSay(settlementTexts);
  const { moneyFigure, inCurrency } = useReader();
  const taxRate = useTaxRate();
  const columns: readonly Column<Tax>[] = [
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
  return <DataTable caption={say('taxes')} columns={columns} rows={taxes} rowKey={({ rate }) => rate} />;
}

function SetOffTable({ settlement: { currency, setOff } }: Props) {
  const say = useSay(settlementTexts);
  const { moneyFigure, inCurrency } = useReader();
  const columns: readonly Column<SetOff>[] = [
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
    <DataTable caption={say('setOff')} columns={columns} rows={setOff} rowKey={({ settlement: id }) => id} />
  );
}
