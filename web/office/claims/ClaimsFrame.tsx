import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { Page } from '../../ui/Page.tsx';
import { TabBar } from '../../ui/TabBar.tsx';
import { claimsTexts } from './texts.ts';

const EXACT = { exact: true, includeSearch: false };

type Props = { readonly lead?: string; readonly actions?: ReactNode; readonly children: ReactNode };

/** The place of claims: its parts, of which one is open. */
export function ClaimsFrame({ lead, actions, children }: Props) {
  const say = useSay(claimsTexts);
  return (
    <Page title={say('title')} lead={lead ?? say('lead')} actions={actions}>
      <TabBar label={say('parts')}>
        <Link to="/claims" activeOptions={EXACT}>
          {say('claims')}
        </Link>
        <Link to="/claims/deductions" activeOptions={EXACT}>
          {say('deductions')}
        </Link>
        <Link to="/claims/messages" activeOptions={EXACT}>
          {say('messages')}
        </Link>
        <Link to="/claims/left-out" activeOptions={EXACT}>
          {say('leftOut')}
        </Link>
        <Link to="/claims/rules" activeOptions={EXACT}>
          {say('rules')}
        </Link>
      </TabBar>
      {children}
    </Page>
  );
}
