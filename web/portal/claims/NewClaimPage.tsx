import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../api/answer.ts';
import { api, call, type Schemas } from '../../api/client.ts';
import { useLongList } from '../../shell/useLongList.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { More } from '../../ui/More.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { ClaimForm } from './ClaimForm.tsx';
import styles from './Claims.module.css';
import { NothingToClaim } from './NothingToClaim.tsx';
import { claimsTexts } from './texts.ts';

const AT_ONCE = '100';

type Agreements = Answer<'listOwnAgreements'>['rows'];

/** A claim on an amount of one's own: under which agreement, for which time, and how much. */
export function NewClaimPage() {
  const say = useSay(claimsTexts);
  const agreements = api.useQuery('get', '/api/v1/portal/agreements');
  return (
    <Page title={say('newTitle')} lead={say('newLead')}>
      <Loaded query={agreements}>
        {({ rows }) => {
          const claimed = rows.filter(({ claimRule }) => claimRule === 'partnerClaims');
          return claimed.length === 0 ? (
            <NothingToClaim agreements={rows} />
          ) : (
            <ByAgreement agreements={claimed} />
          );
        }}
      </Loaded>
    </Page>
  );
}

function ByAgreement({ agreements }: { readonly agreements: Agreements }) {
  const say = useSay(claimsTexts);
  const { name } = useReader();
  const asked = useSearch({ from: '/claims/new' });
  const isOffered = agreements.some((one) => one.agreement === asked.agreement);
  const [agreement, choose] = useState((isOffered ? asked.agreement : agreements[0]?.agreement) ?? '');
  const { query, more } = useLongList<Schemas['Earning']>(
    ['earnings', agreement],
    (page) => call.GET('/api/v1/earnings', { params: { query: { ...page, agreement, limit: AT_ONCE } } }),
    { isOn: agreement !== '' },
  );
  return (
    <div className={styles.saying}>
      <ComboField
        label={say('underWhich')}
        choices={agreements.map((one) => ({ id: one.agreement, name: name(one.name) }))}
        value={agreement}
        onChange={choose}
      />
      {agreement !== '' && (
        <Loaded query={query} rows={3}>
          {(rows) =>
            rows.length === 0 ? (
              <Notice title={say('noAmount')}>
                <p>{say('noAmountText')}</p>
              </Notice>
            ) : (
              <>
                <ClaimForm key={agreement} earnings={rows.toSorted(byOver)} />
                {more.onMore !== undefined && <More {...more} />}
              </>
            )
          }
        </Loaded>
      )}
    </div>
  );
}

/** What is over is claimed before what still grows, the latest first. */
function byOver(a: Schemas['Earning'], b: Schemas['Earning']): number {
  const isOver = ({ own }: Schemas['Earning']) => (own?.isOver === false ? 0 : 1);
  return isOver(b) - isOver(a) || b.window.lastDay.localeCompare(a.window.lastDay);
}
