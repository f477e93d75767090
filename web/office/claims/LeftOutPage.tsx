import { Link, useSearch } from '@tanstack/react-router';
import type { Answer } from '../../api/answer.ts';
import { api, call } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Section } from '../../ui/Section.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useMay } from '../money/useMay.ts';
import { ClaimsFrame } from './ClaimsFrame.tsx';
import { leftOutTexts } from './leftOutTexts.ts';
import { RaiseClaims } from './RaiseClaims.tsx';
import { RecordAcceptance } from './RecordAcceptance.tsx';

/** What suppliers owe us and we have not claimed, and what of it is no income yet. */
export function LeftOutPage() {
  const say = useSay(leftOutTexts);
  const mayWrite = useMay('claims:write');
  return (
    <ClaimsFrame lead={say('lead')}>
      {mayWrite && (
        <Section title={say('raise')} lead={say('raiseLead')}>
          <RaiseClaims />
        </Section>
      )}
      <Section title={say('left')} lead={say('leftLead')}>
        <LeftOut />
      </Section>
      <Section title={say('unrecognised')} lead={say('unrecognisedLead')}>
        <Unrecognised />
      </Section>
      {mayWrite && (
        <Section title={say('deadlines')} lead={say('deadlinesLead')}>
          <Deeds>
            <Deed
              name={say('pass')}
              lead={say('passLead')}
              questions={[{ id: 'isRecorded', label: say('recorded'), kind: 'check' }]}
              done={say('passed')}
              onDo={({ isRecorded }) =>
                call.POST('/api/v1/claims/deadlines', { body: { isRecorded: isRecorded === 'yes' } })
              }
            />
          </Deeds>
        </Section>
      )}
    </ClaimsFrame>
  );
}

function LeftOut() {
  const say = useSay(leftOutTexts);
  const { day } = useReader();
  const { agreement, cursor } = useSearch({ from: '/claims/left-out' });
  const query = pageQuery({ agreement, cursor });
  const list = api.useQuery('get', '/api/v1/claims/left-out', { params: { query } }, PAGED);
  type Row = NonNullable<typeof list.data>['rows'][number];
  const columns: readonly Column<Row>[] = [
    { id: 'agreement', title: say('agreement'), isMain: true, cell: ({ agreement }) => agreement },
    {
      id: 'why',
      title: say('why'),
      isPlain: true,
      cell: ({ why }) => <Named name={why.title} code={why.detail} />,
    },
    { id: 'since', title: say('since'), cell: ({ since }) => day(since) },
  ];
  return (
    <PagedList list={list} empty={{ text: say('noneLeft') }}>
      {(rows, isStale) => (
        <DataTable
          caption={say('left')}
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.agreement} ${row.why.code} ${row.why.detail} ${row.since}`}
          isStale={isStale}
        />
      )}
    </PagedList>
  );
}

type Income = Answer<'listUnrecognisedIncome'>['rows'][number];

function Unrecognised() {
  const say = useSay(leftOutTexts);
  const list = api.useQuery('get', '/api/v1/claims/unrecognised');
  const columns = useUnrecognisedColumns();
  return (
    <Loaded query={list} rows={3}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p>{say('noneUnrecognised')}</p>
        ) : (
          <DataTable
            caption={say('unrecognised')}
            columns={columns}
            rows={rows}
            rowKey={({ agreement, partner, term, firstDay }) => `${agreement} ${partner} ${term} ${firstDay}`}
          />
        )
      }
    </Loaded>
  );
}

function useUnrecognisedColumns(): readonly Column<Income>[] {
  const say = useSay(leftOutTexts);
  const { span } = useReader();
  return [
    {
      id: 'agreement',
      title: say('agreement'),
      isMain: true,
      cell: (row) => <Named name={row.agreement} code={`${row.partner} · ${span(row)}`} />,
    },
    {
      id: 'missing',
      title: say('missing'),
      cell: ({ missing }) => missing.map((what) => say(`missing.${what}`)).join(' · '),
    },
    {
      id: 'accept',
      title: say('accept'),
      isPlain: true,
      cell: ({ agreement, missing }) =>
        missing.includes('acceptance') && <RecordAcceptance agreement={agreement} />,
    },
    {
      id: 'amount',
      title: say('amount'),
      isFigure: true,
      isFirst: true,
      cell: ({ amount, currency, agreement, partner, term, firstDay }) => (
        <Link to="/earnings" search={{ agreement, partner, term, firstDay }}>
          <Amount exact={amount} currency={currency} />
        </Link>
      ),
    },
  ];
}
