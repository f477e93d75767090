import { Link, useSearch } from '@tanstack/react-router';
import { api, call } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { SearchForm } from '../../shell/SearchForm.tsx';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Named } from '../../ui/Named.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { OneOfMany } from '../money/OneOfMany.tsx';
import { moneyTexts } from '../money/texts.ts';
import { useActorName } from '../money/useActorName.ts';
import { useColleagues } from '../money/useChoices.ts';
import { AuditEntrySheet } from './AuditEntrySheet.tsx';
import { AUDIT_ACTIONS } from './auditDeeds.ts';
import { auditTexts } from './auditTexts.ts';
import { deedName } from './deedName.ts';
import { deedWords } from './deedWords.ts';
import type { AuditEntry } from './ledgerTypes.ts';

/** Who did what to what, the newest first. */
export function AuditTrail() {
  const say = useSay(auditTexts);
  const { entry, passed: _, cursor, ...filter } = useSearch({ from: '/ledger/audit' });
  const query = pageQuery({ ...filter, cursor });
  const list = api.useQuery('get', '/api/v1/audit', { params: { query } }, PAGED);
  return (
    <>
      <TrailFilter />
      <PagedList list={list} empty={{ title: say('emptyTitle'), text: say('emptyText') }}>
        {(rows) => (
          <>
            <TrailTable rows={rows} />
            <AuditEntrySheet entry={rows.find(({ id }) => id === entry)} />
          </>
        )}
      </PagedList>
      <Exports />
    </>
  );
}

function TrailFilter() {
  const say = useSay(auditTexts);
  const sayMoney = useSay(moneyTexts);
  const sayDeed = useSay(deedWords);
  return (
    <SearchForm
      label={sayMoney('filter')}
      fields={[
        { name: 'object', label: say('object') },
        { name: 'from', label: say('from'), type: 'date' },
        { name: 'until', label: say('until'), type: 'date' },
      ]}
      more={['actor', 'action']}
    >
      <OneOfMany
        name="action"
        label={say('action')}
        choices={AUDIT_ACTIONS.map((id) => ({ id, name: deedName(id, sayDeed) }))}
      />
      <OneOfMany
        name="actor"
        label={say('actor')}
        placeholder={say('everybody')}
        choices={useColleagues().map(({ id, name }) => ({ id: `person:${id}`, name }))}
      />
    </SearchForm>
  );
}

function TrailTable({ rows }: { readonly rows: readonly AuditEntry[] }) {
  const say = useSay(auditTexts);
  const sayDeed = useSay(deedWords);
  const { instant } = useReader();
  const nameOf = useActorName();
  const columns: readonly Column<AuditEntry>[] = [
    {
      id: 'action',
      title: say('action'),
      isMain: true,
      cell: ({ action, object }) => <Named name={deedName(action, sayDeed)} code={object} />,
    },
    {
      id: 'actor',
      title: say('actor'),
      isPlain: true,
      cell: ({ actor, actorName, at }) => <Named name={actorName ?? nameOf(actor)} code={instant(at)} />,
    },
    {
      id: 'bound',
      title: say('entry'),
      isPlain: true,
      cell: ({ position }) => (position === null ? say('unbound') : say('bound', { position })),
    },
    {
      id: 'look',
      title: say('content'),
      isFirst: true,
      cell: ({ id, action, object }) => (
        <Link
          from="/ledger/audit"
          to="/ledger/audit"
          search={(old) => ({ ...old, entry: id })}
          resetScroll={false}
          aria-label={say('lookLabel', { action: deedName(action, sayDeed), object })}
        >
          {say('look')}
        </Link>
      ),
    },
  ];
  return <DataTable caption={say('trail')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function Exports() {
  const say = useSay(auditTexts);
  return (
    <Deeds why={say('exports')}>
      {(['ndjson', 'csv'] as const).map((format) => (
        <DownloadButton
          key={format}
          name={`audit.${format}`}
          onAsk={(signal) =>
            call.GET('/api/v1/audit/export', { params: { query: { format } }, parseAs: 'blob', signal })
          }
        >
          {say(format)}
        </DownloadButton>
      ))}
    </Deeds>
  );
}
