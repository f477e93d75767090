import type { Answer } from '../../api/answer.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './Home.module.css';
import { MonthBars } from './MonthBars.tsx';
import { homeTexts } from './texts.ts';
import { type Series, trendSeries } from './trendSeries.ts';

/** How it went, month by month: drawn, and as a table behind. */
export function Trend({ months }: { readonly months: Answer<'showHome'>['months'] }) {
  const say = useSay(homeTexts);
  const { monthName } = useMonths();
  const series = trendSeries(months);
  if (series.length === 0) return null;
  return (
    <Section title={say('trend')} lead={say('trendLead')}>
      <div className={styles.charts}>
        {series.map((one) => (
          <figure key={`${one.direction} ${one.currency}`}>
            <figcaption>
              {say('series', { direction: say(one.direction), currency: one.currency })}
            </figcaption>
            <MonthBars series={one} nameOf={monthName} />
          </figure>
        ))}
      </div>
      <details className={styles.others}>
        <summary>{say('table')}</summary>
        <TrendTable series={series} nameOf={monthName} />
      </details>
    </Section>
  );
}

/** A month in few signs, and in the language of the reader. */
function useMonths() {
  const { language } = useReader();
  const format = new Intl.DateTimeFormat(language, { month: 'short', year: '2-digit', timeZone: 'UTC' });
  return { monthName: (month: string) => format.format(new Date(`${month}T00:00:00Z`)) };
}

type TableProps = {
  readonly series: readonly Series[];
  readonly nameOf: (month: string) => string;
};

function TrendTable({ series, nameOf }: TableProps) {
  const say = useSay(homeTexts);
  const months = series[0]?.points.map(({ month }) => month) ?? [];
  const columns: readonly Column<string>[] = [
    { id: 'month', title: say('month'), isMain: true, cell: nameOf },
    ...series.map(({ direction, currency, points }): Column<string> => {
      const title = say('series', { direction: say(direction), currency });
      return {
        id: title,
        title,
        isFigure: true,
        cell: (month) => {
          const amount = points.find((point) => point.month === month)?.amount ?? '0';
          return <Amount exact={amount} currency={currency} />;
        },
      };
    }),
  ];
  return <DataTable caption={say('trend')} columns={columns} rows={months} rowKey={(month) => month} />;
}
