import { keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api, call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { narrowed, said } from '../money/addressOf.ts';
import { Deeds } from '../money/Deeds.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { ListPager, PAGE_ROWS } from '../money/ListPager.tsx';
import { useActorName } from '../money/useActorName.ts';
import { useColleagues } from '../money/useChoices.ts';
import { AuditEntrySheet } from './AuditEntrySheet.tsx';
import { auditTexts } from './auditTexts.ts';
import type { AuditEntry } from './ledgerTypes.ts';

/** Who did what to what, the newest first. */
export function AuditTrail() {
  const say = useSay(auditTexts);
  const navigate = useNavigate({ from: '/ledger/audit' });
  const { entry, cursor, passed, ...filter } = useSearch({ from: '/ledger/audit' });
  const query = { ...said({ ...filter, cursor }), limit: String(PAGE_ROWS) };
  const list = api.useQuery(
    'get',
    '/api/v1/audit',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  return (
    <>
      <TrailFilter />
      <Loaded query={list}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Notice title={say('emptyTitle')}>
              <p>{say('emptyText')}</p>
            </Notice>
          ) : (
            <>
              <TrailTable rows={rows} />
              <ListPager
                count={rows.length}
                next={next}
                passed={passed}
                onNext={(page) => void navigate({ search: (old) => ({ ...old, ...page }) })}
              />
              <AuditEntrySheet entry={rows.find(({ id }) => id === entry)} />
            </>
          )
        }
      </Loaded>
      <Exports />
    </>
  );
}

function TrailFilter() {
  const say = useSay(auditTexts);
  const navigate = useNavigate({ from: '/ledger/audit' });
  const filter = useSearch({ from: '/ledger/audit' });
  const { actor = '', action = '', object = '', from = '', until = '' } = filter;
  const narrow = (wanted: Readonly<Record<string, string>>) =>
    void navigate({ search: (old) => narrowed(old, wanted), resetScroll: false });
  const isSet = [actor, action, object, from, until].some((text) => text !== '');
  return (
    <FilterBar onClear={isSet ? () => void navigate({ search: {} }) : undefined}>
      <ComboField
        label={say('actor')}
        placeholder={say('everybody')}
        choices={useColleagues().map(({ id, name }) => ({ id: `person:${id}`, name }))}
        value={actor}
        onChange={(id) => narrow({ actor: id })}
      />
      <TextField
        label={say('action')}
        value={action}
        placeholder={say('actionHint')}
        onChange={(text) => narrow({ action: text })}
      />
      <TextField label={say('object')} value={object} onChange={(text) => narrow({ object: text })} />
      <TextField label={say('from')} type="date" value={from} onChange={(text) => narrow({ from: text })} />
      <TextField
        label={say('until')}
        type="date"
        value={until}
        onChange={(text) => narrow({ until: text })}
      />
    </FilterBar>
  );
}

function TrailTable({ rows }: { readonly rows: readonly AuditEntry[] }) {
  const say = useSay(auditTexts);
  const { instant } = useReader();
  const nameOf = useActorName();
  const columns: readonly Column<AuditEntry>[] = [
    {
      id: 'action',
      title: say('action'),
      isMain: true,
      cell: ({ action, object }) => <Named name={action} code={object} />,
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
          aria-label={say('lookLabel', { action, object })}
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
          onAsk={() => call.GET('/api/v1/audit/export', { params: { query: { format } }, parseAs: 'blob' })}
        >
          {say(format)}
        </DownloadButton>
      ))}
    </Deeds>
  );
}
