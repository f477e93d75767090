import type { ReactNode } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { PartsFrame } from '../shell/PartsFrame.tsx';
import { settlementTexts } from './texts.ts';

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
