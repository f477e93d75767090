import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { Page } from '../../ui/Page.tsx';
import { TabBar } from '../../ui/TabBar.tsx';
import { settlementTexts } from './texts.ts';

const EXACT = { exact: true, includeSearch: false };

const PARTS = [
  ['/settlement', 'settlements'],
  ['/settlement/run', 'run'],
  ['/settlement/payable', 'payable'],
  ['/settlement/payments', 'payments'],
  ['/settlement/bank', 'bank'],
  ['/settlement/accounts', 'accounts'],
  ['/settlement/balances', 'balances'],
  ['/settlement/numbering', 'numbering'],
] as const;

type Props = { readonly lead?: string; readonly children: ReactNode };

/** The place of settlement and payments: its parts, of which one is open. */
export function SettlementFrame({ lead, children }: Props) {
  const say = useSay(settlementTexts);
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
