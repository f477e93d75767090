import { useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { said } from '../../shell/textsIn.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { AccountRules } from './AccountRules.tsx';
import { BalanceTable } from './BalanceTable.tsx';
import { BookExports } from './BookExports.tsx';
import { BooksCurrency } from './BooksCurrency.tsx';
import { currencyTexts } from './currencyTexts.ts';
import { LedgerFilter } from './LedgerFilter.tsx';
import { LedgerFrame } from './LedgerFrame.tsx';
import type { LedgerBalance } from './ledgerTypes.ts';
import { ledgerTexts } from './texts.ts';

/** What each account holds: the trial balance of each company and currency. */
export function BalancesPage() {
  const say = useSay(ledgerTexts);
  const sayCurrency = useSay(currencyTexts);
  const { cursor: _cursor, passed: _passed, ...selection } = useSearch({ from: '/ledger' });
  const list = api.useQuery('get', '/api/v1/ledger/balances', { params: { query: said(selection) } });
  return (
    <LedgerFrame>
      <LedgerFilter />
      <Loaded query={list}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Notice title={say('emptyTitle')}>
              <p>{say('emptyText')}</p>
            </Notice>
          ) : (
            [...Map.groupBy(rows, booksOf)].map(([key, own]) => (
              <BalanceTable key={key} rows={own} selection={selection} />
            ))
          )
        }
      </Loaded>
      <Section title={say('exports')} lead={say('exportsLead')}>
        <BookExports selection={selection} />
      </Section>
      <Section title={say('accountRules')} lead={say('accountRulesLead')}>
        <AccountRules />
      </Section>
      <Section title={sayCurrency('title')} lead={sayCurrency('lead')}>
        <BooksCurrency />
      </Section>
    </LedgerFrame>
  );
}

function booksOf({ company, currency }: LedgerBalance): string {
  return `${company} ${currency}`;
}
