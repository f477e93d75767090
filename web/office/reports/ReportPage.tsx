import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { narrowed, said } from '../money/addressOf.ts';
import { FilterBar } from '../money/FilterBar.tsx';
import { useAgreements, usePartners } from '../money/useChoices.ts';
import { ReportContent } from './ReportContent.tsx';
import { ReportFiles } from './ReportFiles.tsx';
import { isReportName, type ReportQuery } from './reportTypes.ts';
import { reportsTexts } from './texts.ts';

/** One report: what it is of, its drawing, its figures, and the files that it leaves as. */
export function ReportPage() {
  const say = useSay(reportsTexts);
  const { report } = useParams({ from: '/reports/$report' });
  if (!isReportName(report)) return <Page title={say('unknown')}>{null}</Page>;
  return <KnownReport name={report} />;
}

function KnownReport({ name }: { readonly name: ReportQuery['name'] }) {
  const say = useSay(reportsTexts);
  const reader = useReader();
  const { partner, agreement, direction } = useSearch({ from: '/reports/$report' });
  const query = { name, ...said({ partner, agreement, direction }) } as ReportQuery;
  // What spreads amounts over lines is of one agreement at a time.
  const isMissing = name === 'recognisedByProduct' && (agreement ?? '') === '';
  const report = api.useQuery(
    'get',
    '/api/v1/reports/table',
    { params: { query } },
    { placeholderData: keepPreviousData, enabled: !isMissing },
  );
  const { day, batch } = report.data ?? {};
  const { title = say('title'), lead } = useReportTitle(name);
  return (
    <Page
      title={title}
      {...(lead !== undefined && { lead })}
      actions={<ReportFiles query={query} isEmpty={(report.data?.rows.length ?? 0) === 0} />}
    >
      <Filters />
      {isMissing ? <Notice title={say('chooseAgreement')} /> : null}
      <Loaded query={isMissing ? { ...report, isPending: false } : report}>
        {(data) =>
          data.rows.length === 0 ? (
            <Notice title={say('emptyTitle')}>
              <p>{say('emptyText')}</p>
            </Notice>
          ) : (
            <ReportContent report={data} isStale={report.isPlaceholderData} />
          )
        }
      </Loaded>
      {day !== undefined && batch !== undefined && (
        <p>{say('asOf', { day: reader.day(day), batch: reader.count(batch) })}</p>
      )}
    </Page>
  );
}

/** What the report is called, before it is made. */
function useReportTitle(name: ReportQuery['name']): { readonly title?: string; readonly lead?: string } {
  const { data } = api.useQuery('get', '/api/v1/reports');
  return data?.rows.find((row) => row.name === name) ?? {};
}

function Filters() {
  const say = useSay(reportsTexts);
  const { partner = '', agreement = '', direction = '' } = useSearch({ from: '/reports/$report' });
  const navigate = useNavigate({ from: '/reports/$report' });
  const narrow = (wanted: Readonly<Record<string, string>>) =>
    void navigate({ search: (old) => narrowed(old, wanted) });
  const isNarrowed = `${partner}${agreement}${direction}` !== '';
  return (
    <FilterBar onClear={isNarrowed ? () => narrow({ partner: '', agreement: '', direction: '' }) : undefined}>
      <ComboField
        label={say('agreement')}
        placeholder={say('all')}
        choices={useAgreements()}
        value={agreement}
        onChange={(id) => narrow({ agreement: id })}
      />
      <ComboField
        label={say('partner')}
        placeholder={say('all')}
        choices={usePartners()}
        value={partner}
        onChange={(id) => narrow({ partner: id })}
      />
      <SelectField
        label={say('direction')}
        choices={[
          { id: 'both', name: say('both') },
          { id: 'customerRebate', name: say('customerRebate') },
          { id: 'supplierRebate', name: say('supplierRebate') },
        ]}
        value={direction === '' ? 'both' : direction}
        onChange={(id) => narrow({ direction: id === 'both' ? '' : id })}
      />
    </FilterBar>
  );
}
