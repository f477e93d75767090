import { Link, useSearch } from '@tanstack/react-router';
import type { Answer } from '../../api/answer.ts';
import { api } from '../../api/client.ts';
import { SearchForm } from '../../shell/SearchForm.tsx';
import { said } from '../../shell/textsIn.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useMay } from '../money/useMay.ts';
import { RateForm } from './RateForm.tsx';
import { rateTexts } from './rateTexts.ts';
import styles from './Settings.module.css';
import { SettingsFrame } from './SettingsFrame.tsx';

type Rate = Answer<'listMasterData'>['rows'][number];

/** Exchange rates as of two days, one more of them, and where currencies and calendars are said. */
export function RatesPage() {
  const say = useSay(rateTexts);
  const mayAdd = useMay('facts:write');
  return (
    <SettingsFrame lead={say('lead')}>
      <Rates />
      {mayAdd && <RateForm />}
      <Section title={say('elsewhere')}>
        <p>
          {say('currencies')} <Link to="/ledger/months">{say('toMonths')}</Link>
        </p>
        <p>
          {say('calendars')} <Link to="/settings/calendars">{say('toCalendars')}</Link>
        </p>
      </Section>
    </SettingsFrame>
  );
}

function Rates() {
  const say = useSay(rateTexts);
  const { effective = '', known = '' } = useSearch({ from: '/settings/currencies' });
  const query = { kind: 'rate' as const, limit: '500', ...said({ effective, known }) };
  const rates = api.useQuery('get', '/api/v1/master-data', { params: { query } });
  const columns = useRateColumns();
  const { data, error, isPending } = rates;
  // Master data is described before its first day as on that day; a rate is none before.
  const inForce = (data?.rows ?? []).filter(
    ({ validFrom }) => effective === '' || validFrom === null || validFrom <= effective,
  );
  return (
    <Section title={say('rates')} lead={say('ratesLead')}>
      <SearchForm
        label={say('rates')}
        fields={[
          { name: 'effective', label: say('effective'), type: 'date' },
          { name: 'known', label: say('known'), type: 'date' },
        ]}
      />
      {error !== null && <Failure error={error} onRetry={() => void rates.refetch()} />}
      {isPending && <Skeleton />}
      {data !== undefined && inForce.length === 0 && (
        <Notice title={say('nothing')}>
          <p>{say('nothingText')}</p>
        </Notice>
      )}
      {inForce.length > 0 && (
        <DataTable caption={say('rates')} columns={columns} rows={inForce} rowKey={({ code }) => code} />
      )}
      <p className={styles.others}>
        <Link to="/facts/import">{say('file')}</Link>
      </p>
    </Section>
  );
}

function useRateColumns(): readonly Column<Rate>[] {
  const say = useSay(rateTexts);
  const reader = useReader();
  return [
    { id: 'pair', title: say('pair'), isMain: true, cell: ({ code }) => code },
    {
      id: 'from',
      title: say('validFrom'),
      cell: ({ validFrom }) => (validFrom === null ? '' : reader.day(validFrom)),
    },
    {
      id: 'kinds',
      title: say('kinds'),
      cell: ({ attributes }) =>
        Object.entries(attributes)
          .map(([kind, value]) => `${kind} ${reader.figure(value)}`)
          .join(', '),
    },
    {
      id: 'history',
      title: say('history'),
      isPlain: true,
      cell: ({ code }) => (
        <Link
          to="/facts/master"
          search={{ kind: 'rate', thing: 'rate', code }}
          aria-label={`${say('history')}: ${code}`}
        >
          {say('history')}
        </Link>
      ),
    },
  ];
}
