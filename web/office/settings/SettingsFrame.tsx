import type { ReactNode } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { PartsFrame } from '../shell/PartsFrame.tsx';
import { settingsTexts } from './texts.ts';

const PARTS = [
  ['/settings', 'people'],
  ['/settings/keys', 'keys'],
  ['/settings/sign-in', 'signIn'],
  ['/settings/companies', 'companies'],
  ['/settings/rules', 'rules'],
  ['/jobs', 'jobs'],
  ['/settings/calendars', 'calendars'],
  ['/settings/currencies', 'currencies'],
  ['/settings/brand', 'brand'],
  ['/settings/webhooks', 'webhooks'],
  ['/settings/mails', 'mails'],
  ['/ledger/audit', 'audit'],
] as const;

type Props = { readonly lead: string; readonly children: ReactNode };

/** The place of settings: its parts, of which one is open. */
export function SettingsFrame({ lead, children }: Props) {
  const say = useSay(settingsTexts);
  return (
    <PartsFrame
      title={say('title')}
      lead={lead}
      label={say('parts')}
      parts={PARTS.map(([to, name]) => [to, say(name)])}
    >
      {children}
    </PartsFrame>
  );
}
