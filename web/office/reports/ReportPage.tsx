import { useParams, useSearch } from '@tanstack/react-router';
import { after } from '../../api/after.ts';
import type { Answer } from '../../api/answer.ts';
import { api } from '../../api/client.ts';
import { PAGED } from '../../shell/paging.ts';
import { said } from '../../shell/textsIn.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { LongLoaded } from '../../ui/LongLoaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { OfPartner, UnderAgreement } from '../money/OneOfMany.tsx';
import { OneOrAll } from '../money/OneOrAll.tsx';
import { ReportContent } from './ReportContent.tsx';
import { ReportFiles } from './ReportFiles.tsx';
import { isReportName, type ReportQuery } from './reportTypes.ts';
import { Subscribe } from './Subscribe.tsx';
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
  const address = useSearch({ from: '/reports/$report' });
  const kinds = api.useQuery('get', '/api/v1/reports');
  // What it is called and by what it can be narrowed, before it is made.
  const { title = say('title'), lead, takes } = kindIn(kinds.data, name);
  // What the report does not take stays in the address for the next one.
  const taken = (takes ?? []).map((filter) => [filter, address[filter]] as const);
  const query = { name, ...said(Object.fromEntries(taken)) } as ReportQuery;
  // What spreads amounts over lines is of one agreement at a time.
  const isMissing = name === 'recognisedByProduct' && (address.agreement ?? '') === '';
  const report = api.useQuery(
    'get',
    '/api/v1/reports/table',
    { params: { query } },
    { ...PAGED, enabled: !isMissing && takes !== undefined },
  );
  const { day } = report.data ?? {};
  const asked = after(kinds, report);
  const shown = isMissing ? { ...asked, isPending: false } : asked;
  return (
    <Page
      title={title}
      lead={lead ?? null}
      actions={
        <>
          <ReportFiles query={query} isEmpty={(report.data?.rows.length ?? 0) === 0} />
          {!isMissing && <Subscribe query={query} />}
        </>
      }
    >
      {takes !== undefined && <Filters takes={takes} />}
      {isMissing && takes !== undefined && <Notice title={say('chooseAgreement')} />}
      {/* Below filters that have just come it is another place. */}
      <LongLoaded
        key={String(takes === undefined)}
        queryKey={['get', '/api/v1/reports/table', { params: { query } }]}
        query={shown}
      >
        {(data) =>
          data.rows.length === 0 ? (
            <Notice title={say('emptyTitle')}>
              <p>{say('emptyText')}</p>
            </Notice>
          ) : (
            <ReportContent report={data} isStale={report.isPlaceholderData} />
          )
        }
      </LongLoaded>
      {day !== undefined && <p>{say('asOf', { day: reader.day(day) })}</p>}
    </Page>
  );
}

type Kind = Answer<'listReports'>['rows'][number];

function kindIn(kinds: Answer<'listReports'> | undefined, name: ReportQuery['name']): Partial<Kind> {
  return kinds?.rows.find((row) => row.name === name) ?? {};
}

function Filters({ takes }: Pick<Kind, 'takes'>) {
  const say = useSay(reportsTexts);
  const directions = (['customerRebate', 'supplierRebate'] as const).map((id) => ({ id, name: say(id) }));
  return (
    <FilterBar names={['partner', 'agreement', 'direction']}>
      {takes.includes('agreement') && <UnderAgreement />}
      {takes.includes('partner') && <OfPartner />}
      {takes.includes('direction') && (
        <OneOrAll name="direction" label={say('direction')} choices={directions} />
      )}
    </FilterBar>
  );
}
