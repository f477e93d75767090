import type { ReactNode } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { PartsFrame } from '../shell/PartsFrame.tsx';
import { ledgerTexts } from './texts.ts';

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
    <PartsFrame
      title={say('title')}
      lead={lead ?? say('lead')}
      label={say('parts')}
      parts={PARTS.map(([to, name]) => [to, say(name)])}
    >
      {children}
    </PartsFrame>
  );
}
