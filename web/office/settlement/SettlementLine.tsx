import { api } from '../../api/client.ts';
import { Solution } from '../../explanation/Solution.tsx';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Section } from '../../ui/Section.tsx';
import { settlementTexts } from './texts.ts';
import { useTaxRate } from './useTaxRate.ts';

type Props = { readonly id: string; readonly line: string; readonly currency: string };

/** How what stands behind a line was earned, as its run saw it. */
export function SettlementLine({ id, line, currency }: Props) {
  const say = useSay(settlementTexts);
  const { day, language, moneyFigure, inCurrency } = useReader();
  const rateText = useTaxRate();
  const found = api.useQuery('get', '/api/v1/settlements/{id}/lines/{line}', {
    params: { path: { id, line }, query: { lang: language } },
  });
  type Share = NonNullable<typeof found.data>['lines'][number];
  const columns: readonly Column<Share>[] = [
    {
      id: 'line',
      title: say('lines'),
      isMain: true,
      cell: (share) => <Named name={share.document} code={`${share.source} · ${share.line}`} />,
    },
    {
      id: 'rate',
      title: say('rate'),
      isFigure: true,
      cell: ({ taxRate }) => rateText(taxRate),
    },
    {
      id: 'share',
      title: inCurrency(say('share'), currency),
      isFigure: true,
      isFirst: true,
      cell: ({ share }) => (share === null ? undefined : moneyFigure(share, currency)),
    },
  ];
  return (
    <Section title={say('workedOut', { line })}>
      <Loaded query={found} rows={4}>
        {({ asOf, explanation, lines }) => (
          <>
            <p>{say('workedOutLead', { day: day(asOf) })}</p>
            <Solution root={explanation} />
            <p>{say('linesBehind', { count: lines.length })}</p>
            <DataTable
              caption={say('lines')}
              columns={columns}
              rows={lines}
              rowKey={({ source, document, line: own }) => `${source} ${document} ${own}`}
            />
          </>
        )}
      </Loaded>
    </Section>
  );
}
