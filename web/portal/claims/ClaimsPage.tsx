import { Link, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Page } from '../../ui/Page.tsx';
import { useScopes } from '../useScopes.ts';
import styles from './Claims.module.css';
import { ClaimTable } from './ClaimTable.tsx';
import { ToMend } from './ToMend.tsx';
import { claimsTexts } from './texts.ts';

/** The claims of the partner, and the ways to send new ones. */
export function ClaimsPage() {
  const say = useSay(claimsTexts);
  const { cursor } = useSearch({ from: '/claims' });
  const query = pageQuery({ cursor });
  const list = api.useQuery('get', '/api/v1/claims', { params: { query } }, PAGED);
  return (
    <Page title={say('title')} lead={say('lead')} actions={<Ways />}>
      <ToMend />
      <PagedList list={list} empty={{ title: say('none'), text: say('noneText') }}>
        {(rows) => <ClaimTable rows={rows} />}
      </PagedList>
    </Page>
  );
}

function Ways() {
  const say = useSay(claimsTexts);
  const scopes = useScopes();
  if (scopes?.isOfPartner !== true || !scopes.has('claims:send')) return null;
  return (
    <>
      <Link to="/claims/new" className={styles.way ?? ''}>
        {say('new')}
      </Link>
      <Link to="/claims/file" className={styles.way ?? ''}>
        {say('byFile')}
      </Link>
    </>
  );
}
