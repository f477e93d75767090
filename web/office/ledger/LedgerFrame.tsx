import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { Page } from '../../ui/Page.tsx';
import { TabBar } from '../../ui/TabBar.tsx';
import { ledgerTexts } from './texts.ts';

const EXACT = { exact: true, includeSearch: false };

const PARTS = [
  ['/ledger', 'balances'],
  ['/ledger/transfers', 'transfers'],
  ['/ledger/roll-forward', 'rollForward'],
  ['/ledger/months', 'months'],
  ['/ledger/cash-flow', 'cashFlow'],
  ['/ledger/adjustments', 'adjustments'],
  ['/ledger/funds', 'funds'],
  ['/ledger/audit', 'audit'],
] as const;

type Props = { readonly lead?: string; readonly children: ReactNode };

/** The place of the books: its parts, of which one is open. */
export function LedgerFrame({ lead, children }: Props) {
  const say = useSay(ledgerTexts);
  return (
    <Page title={say('title')} lead={lead ?? say('lead')}>
      <TabBar label={say('parts')}>
        {PARTS.map(([to, name]) => (
          <Link key={to} to={to} activeOptions={EXACT}>
            {say(name)}
          </Link>
        ))}
      </TabBar>
      {children}
    </Page>
  );
}
