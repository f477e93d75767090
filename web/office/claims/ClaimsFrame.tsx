import type { ReactNode } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { PartsFrame } from '../shell/PartsFrame.tsx';
import { claimsTexts } from './texts.ts';

const PARTS = [
  ['/claims', 'claims'],
  ['/claims/deductions', 'deductions'],
  ['/claims/messages', 'messages'],
  ['/claims/left-out', 'leftOut'],
  ['/claims/rules', 'rules'],
] as const;

type Props = { readonly lead?: string; readonly actions?: ReactNode; readonly children: ReactNode };

/** The place of claims: its parts, of which one is open. */
export function ClaimsFrame({ lead, actions, children }: Props) {
  const say = useSay(claimsTexts);
  return (
    <PartsFrame
      title={say('title')}
      lead={lead ?? say('lead')}
      label={say('parts')}
      parts={PARTS.map(([to, name]) => [to, say(name)])}
      actions={actions}
    >
      {children}
    </PartsFrame>
  );
}
