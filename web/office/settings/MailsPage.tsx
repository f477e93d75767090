import type { Answer } from '../../api/answer.ts';
import { api, call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Details } from '../../ui/Details.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useMay } from '../money/useMay.ts';
import { mailTexts } from './mailTexts.ts';
import { SettingsFrame } from './SettingsFrame.tsx';

type Mailing = Answer<'getMailing'>;

/** Whether what goes out by mail by itself goes out; paused where the database was put back from a backup. */
export function MailsPage() {
  const say = useSay(mailTexts);
  const mailing = api.useQuery('get', '/api/v1/mailing');
  return (
    <SettingsFrame lead={say('lead')}>
      <Section title={say('mails')} lead={say('mailsLead')}>
        <Loaded query={mailing} rows={2}>
          {(shown) => <Standing mailing={shown} />}
        </Loaded>
      </Section>
    </SettingsFrame>
  );
}

function Standing({ mailing }: { readonly mailing: Mailing }) {
  const say = useSay(mailTexts);
  const { instant } = useReader();
  const mayChange = useMay('company:write');
  const { state, setAt } = mailing;
  return (
    <>
      {state === 'paused' && (
        <Notice title={say('pausedTitle')} meaning="attention">
          <p>{say('pausedText')}</p>
        </Notice>
      )}
      <Details
        entries={[
          [
            say('state'),
            <Tag key="state" meaning={state === 'paused' ? 'neutral' : 'good'}>
              {say(`state_${state}`)}
            </Tag>,
          ],
          [say('since'), setAt === null ? undefined : instant(setAt)],
        ]}
      />
      {mayChange && (
        <Deeds>
          {state === 'paused' ? (
            <Deed
              name={say('resume')}
              lead={say('resumeLead')}
              done={say('resumed')}
              kind="primary"
              onDo={() => turn(mailing, 'active')}
            />
          ) : (
            <Deed
              name={say('pause')}
              lead={say('pauseLead')}
              done={say('pausedNow')}
              onDo={() => turn(mailing, 'paused')}
            />
          )}
        </Deeds>
      )}
    </>
  );
}

function turn({ version }: Mailing, state: Mailing['state']) {
  const params = { header: { 'If-Match': `"${version}"` } };
  return call.PUT('/api/v1/mailing', { params, body: { state } });
}
