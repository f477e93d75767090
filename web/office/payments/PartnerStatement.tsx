import { Link } from '@tanstack/react-router';
import { api, call, type Schemas } from '../../api/client.ts';
import { said } from '../../shell/textsIn.ts';
import type { Language } from '../../text/language.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Figures, KeyFigure } from '../../ui/Figures.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { workedOutAt } from '../earnings/selection.ts';
import { ledgerWords } from '../ledger/ledgerWords.ts';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useMay } from '../money/useMay.ts';
import { balanceTexts } from './balanceTexts.ts';

type Props = {
  readonly partner: string;
  readonly company: string;
  readonly from: string;
  readonly until: string;
};

const FORMATS = ['pdf', 'xlsx', 'csv', 'zip'] as const;

/** What was open between a company and a partner, what changed it, and what is open; with its papers. */
export function PartnerStatement({ partner, company, from, until }: Props) {
  const { language } = useReader();
  const query = { ...said({ company, from, until }), lang: language };
  const params = { path: { code: partner }, query };
  const statement = api.useQuery('get', '/api/v1/partners/{code}/statement', { params });
  return (
    <>
      <StatementDeeds partner={partner} company={company} query={query} />
      <Loaded query={statement}>{(found) => <StatementBody found={found} partner={partner} />}</Loaded>
    </>
  );
}

type DeedsProps = Pick<Props, 'partner' | 'company'> & {
  readonly query: Partial<Pick<Props, 'company' | 'from' | 'until'>> & { readonly lang: Language };
};

/** Its papers, and the question to the partner whether it is right. */
function StatementDeeds({ partner, company, query }: DeedsProps) {
  const say = useSay(balanceTexts);
  const mayAsk = useMay('claims:write');
  return (
    <Deeds>
      {FORMATS.map((format) => (
        <DownloadButton
          key={format}
          name={`statement.${format}`}
          onAsk={(signal) =>
            call.GET('/api/v1/partners/{code}/statement/file', {
              params: { path: { code: partner }, query: { ...query, format } },
              parseAs: 'blob',
              signal,
            })
          }
        >
          {say(format)}
        </DownloadButton>
      ))}
      {mayAsk && (
        <Deed
          name={say('send')}
          lead={say('sendLead')}
          done={say('sent')}
          onDo={() =>
            call.POST('/api/v1/partners/{code}/balance-confirmations', {
              params: { path: { code: partner } },
              body: { company },
            })
          }
        />
      )}
    </Deeds>
  );
}

type BodyProps = { readonly found: Schemas['Statement']; readonly partner: string };

function StatementBody({ found, partner }: BodyProps) {
  const say = useSay(balanceTexts);
  const { span } = useReader();
  return (
    <>
      <p>
        {say('of', {
          company: found.company,
          span: span({ firstDay: found.from, lastDay: found.until }),
        })}{' '}
        {found.unexplained > 0 && say('unexplained', { count: found.unexplained })}
      </p>
      {found.currencies.map((own) => (
        <CurrencyPart key={own.currency} own={own} partner={partner} />
      ))}
      {found.earnings.length > 0 && (
        <p>
          <Link to="/earnings" search={{ partner }}>
            {say('earnings')}
          </Link>
        </p>
      )}
    </>
  );
}

type Currency = Schemas['Statement']['currencies'][number];
type EntryRow = Currency['entries'][number] & { readonly key: string };
type PartProps = { readonly own: Currency; readonly partner: string };

function CurrencyPart({ own, partner }: PartProps) {
  const say = useSay(balanceTexts);
  const { moneyFigure, inCurrency } = useReader();
  const { currency, opening, closing } = own;
  const rows = own.entries.map((entry, index) => ({ ...entry, key: String(index) }));
  const columns = useEntryColumns(currency, partner);
  return (
    <>
      <Figures>
        <KeyFigure title={say('opening')}>
          <Amount exact={opening} currency={currency} isLarge />
        </KeyFigure>
        <KeyFigure title={say('closing')}>
          <Amount exact={closing} currency={currency} isLarge />
        </KeyFigure>
      </Figures>
      {rows.length === 0 ? (
        <p>{say('noEntries')}</p>
      ) : (
        <DataTable
          caption={inCurrency(say('statement'), currency)}
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          foot={{ entry: say('closing'), amount: <strong>{moneyFigure(closing, currency)}</strong> }}
        />
      )}
    </>
  );
}

function useEntryColumns(currency: string, partner: string): readonly Column<EntryRow>[] {
  const say = useSay(balanceTexts);
  const sayWord = useSay(ledgerWords);
  const { day, span, inCurrency } = useReader();
  return [
    {
      id: 'entry',
      title: say('entry'),
      isMain: true,
      cell: ({ event, bookedOn, reference }) => (
        <Named
          name={sayWord(`event.${event}` as 'event.pay')}
          code={[day(bookedOn), reference].filter((text) => text !== null).join(' · ')}
        />
      ),
    },
    {
      id: 'about',
      title: say('about'),
      isPlain: true,
      cell: ({ agreement, firstDay, lastDay }) =>
        agreement !== null && (
          <Named
            name={agreement}
            code={firstDay === null || lastDay === null ? '' : span({ firstDay, lastDay })}
          />
        ),
    },
    {
      id: 'amount',
      title: inCurrency(say('amount'), currency),
      isFigure: true,
      isFirst: true,
      cell: (entry) => <EntryAmount entry={entry} currency={currency} partner={partner} />,
    },
  ];
}

type EntryProps = {
  readonly entry: Currency['entries'][number];
  readonly currency: string;
  readonly partner: string;
};

/** The amount of an entry leads on to how it was earned; of no agreement, to the document. */
function EntryAmount({ entry, currency, partner }: EntryProps) {
  const { moneyFigure } = useReader();
  const { agreement, term, firstDay, origin, amount } = entry;
  const shown = moneyFigure(amount, currency);
  const earned = workedOutAt({ agreement, partner, term, window: firstDay === null ? null : { firstDay } });
  if (earned !== undefined)
    return (
      <Link to="/earnings" search={earned}>
        {shown}
      </Link>
    );
  if (origin.kind !== 'settlement') return shown;
  return (
    <Link to="/settlement" search={{ settlement: origin.id }}>
      {shown}
    </Link>
  );
}
