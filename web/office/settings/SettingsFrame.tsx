import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { Page } from '../../ui/Page.tsx';
import { TabBar } from '../../ui/TabBar.tsx';
import { settingsTexts } from './texts.ts';

const EXACT = { exact: true, includeSearch: false };

/** The place of settings: its parts, of which one is open. */
export function SettingsFrame({ lead, children }: { readonly lead: string; readonly children: ReactNode }) {
  const say = useSay(settingsTexts);
  return (
    <Page title={say('title')} lead={lead}>
      <TabBar label={say('parts')}>
        <Link to="/settings" activeOptions={EXACT}>
          {say('people')}
        </Link>
        <Link to="/settings/keys" activeOptions={EXACT}>
          {say('keys')}
        </Link>
        <Link to="/settings/sign-in" activeOptions={EXACT}>
          {say('signIn')}
        </Link>
        <Link to="/settings/companies" activeOptions={EXACT}>
          {say('companies')}
        </Link>
        <Link to="/settings/rules" activeOptions={EXACT}>
          {say('rules')}
        </Link>
        <Link to="/ledger/audit" activeOptions={EXACT}>
          {say('audit')}
        </Link>
      </TabBar>
      {children}
    </Page>
  );
}
