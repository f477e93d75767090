import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { useMay } from '../money/useMay.ts';
import { AgreementFilter } from './AgreementFilter.tsx';
import styles from './Agreements.module.css';
import { type AgreementRow, AgreementTable } from './AgreementTable.tsx';
import { agreementsTexts } from './texts.ts';

/** Every agreement, where it stands, and what waits for somebody. */
export function AgreementsPage() {
  const say = useSay(agreementsTexts);
  const mayWrite = useMay('agreements:write');
  const selection = useSearch({ from: '/agreements' });
  const { passed: _, cursor, ...filter } = selection;
  const query = pageQuery({ ...filter, cursor });
  const list = api.useQuery('get', '/api/v1/agreements', { params: { query } }, PAGED);
  const isNarrowed = Object.keys(filter).length > 0;
  const create = (
    <>
      <Link to="/agreements/bulks">{say('bulks')}</Link>
      <Link to="/agreements/new" className={styles.create ?? ''}>
        {say('create')}
      </Link>
    </>
  );
  return (
    <Page title={say('title')} lead={say('lead')} actions={mayWrite ? create : undefined}>
      <AgreementFilter selection={selection} />
      <PagedList
        list={list}
        empty={{
          title: say(isNarrowed ? 'nothingTitle' : 'emptyTitle'),
          text: say(isNarrowed ? 'nothingText' : 'emptyText'),
        }}
      >
        {(rows, isStale) => <AgreementRows rows={rows} isStale={isStale} mayWrite={mayWrite} />}
      </PagedList>
    </Page>
  );
}

type RowsProps = {
  readonly rows: readonly AgreementRow[];
  readonly isStale: boolean;
  readonly mayWrite: boolean;
};

/** The agreements of a page; those that are chosen can be renewed together. */
function AgreementRows({ rows, isStale, mayWrite }: RowsProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const say = useSay(agreementsTexts);
  return (
    <>
      {chosen.size > 0 && (
        <p className={styles.chosen}>
          <Link to="/agreements/bulks" search={{ renew: [...chosen] }}>
            {say('renewChosen', { count: chosen.size })}
          </Link>
          <Button kind="quiet" onPress={() => setChosen(new Set())}>
            {say('chooseNone')}
          </Button>
        </p>
      )}
      <AgreementTable
        rows={rows}
        isStale={isStale}
        chosen={mayWrite ? chosen : undefined}
        onChoose={setChosen}
      />
    </>
  );
}
