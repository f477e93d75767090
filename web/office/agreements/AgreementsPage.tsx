import { keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { useMay } from '../money/useMay.ts';
import { AgreementFilter } from './AgreementFilter.tsx';
import styles from './Agreements.module.css';
import { type AgreementRow, AgreementTable } from './AgreementTable.tsx';
import type { Selection } from './selection.ts';
import { agreementsTexts } from './texts.ts';

const PAGE_ROWS = 50;

/** Every agreement, where it stands, and what waits for somebody. */
export function AgreementsPage() {
  const say = useSay(agreementsTexts);
  const mayWrite = useMay('agreements:write');
  const selection = useSearch({ from: '/agreements' });
  const { passed: _, ...wanted } = selection;
  const list = api.useQuery(
    'get',
    '/api/v1/agreements',
    { params: { query: { ...wanted, limit: String(PAGE_ROWS) } } },
    { placeholderData: keepPreviousData },
  );
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
      <Loaded query={list}>
        {({ rows, next }) => (
          <AgreementRows rows={rows} next={next} selection={selection} isStale={list.isPlaceholderData} />
        )}
      </Loaded>
    </Page>
  );
}

type RowsProps = {
  readonly rows: readonly AgreementRow[];
  readonly next: string | null;
  readonly selection: Selection;
  readonly isStale: boolean;
};

function AgreementRows({ rows, next, selection, isStale }: RowsProps) {
  const mayWrite = useMay('agreements:write');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const say = useSay(agreementsTexts);
  const { count } = useReader();
  const navigate = useNavigate({ from: '/agreements' });
  const { cursor: _, passed = 0, ...filter } = selection;
  if (rows.length === 0) {
    const isFiltered = Object.keys(filter).length > 0;
    return (
      <Notice title={say(isFiltered ? 'nothingTitle' : 'emptyTitle')}>
        <p>{say(isFiltered ? 'nothingText' : 'emptyText')}</p>
      </Notice>
    );
  }
  const turnOn =
    next === null
      ? undefined
      : () => void navigate({ search: (old) => ({ ...old, cursor: next, passed: passed + rows.length }) });
  const range =
    passed === 0 && next === null
      ? say('all', { count: rows.length })
      : say('range', { from: count(passed + 1), to: count(passed + rows.length) });
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
      <Pager range={range} onPrevious={passed === 0 ? undefined : () => history.back()} onNext={turnOn} />
    </>
  );
}
