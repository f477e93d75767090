import { keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { CursorPager } from '../../ui/CursorPager.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { useScopes } from '../useScopes.ts';
import styles from './Claims.module.css';
import { ClaimTable } from './ClaimTable.tsx';
import { claimsTexts } from './texts.ts';

const PAGE_ROWS = 50;

/** The claims of the partner, and the ways to send new ones. */
export function ClaimsPage() {
  const say = useSay(claimsTexts);
  const navigate = useNavigate({ from: '/claims' });
  const { cursor, passed = 0 } = useSearch({ from: '/claims' });
  const query = { limit: String(PAGE_ROWS), ...(cursor !== undefined && { cursor }) };
  const list = api.useQuery(
    'get',
    '/api/v1/claims',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Page title={say('title')} lead={say('lead')} actions={<Ways />}>
      <Loaded query={list}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Notice title={say('none')}>
              <p>{say('noneText')}</p>
            </Notice>
          ) : (
            <>
              <ClaimTable rows={rows} />
              <CursorPager
                shown={rows.length}
                passed={passed}
                next={next}
                onTurn={(page) => void navigate({ search: page })}
              />
            </>
          )
        }
      </Loaded>
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
