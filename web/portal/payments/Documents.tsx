import { Link } from '@tanstack/react-router';
import { call } from '../../api/client.ts';
import type { paths } from '../../api/openApi.ts';
import { useLongList } from '../../shell/useLongList.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { More } from '../../ui/More.tsx';
import { Named } from '../../ui/Named.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { DocumentFile } from './DocumentFile.tsx';
import { paymentsTexts } from './texts.ts';

type Document =
  paths['/api/v1/documents']['get']['responses']['200']['content']['application/json']['rows'][number];

const AT_ONCE = '20';

/** Credit and debit notes as they were issued, to be saved. */
export function Documents() {
  const say = useSay(paymentsTexts);
  const { query, more } = useLongList<Document>(['documents'], (page) =>
    call.GET('/api/v1/documents', { params: { query: { ...page, limit: AT_ONCE } } }),
  );
  const columns = useDocumentColumns();
  return (
    <Section title={say('documents')} lead={say('documentsLead')}>
      <Loaded query={query} rows={3}>
        {(rows) =>
          rows.length === 0 ? (
            <Notice title={say('noDocuments')} />
          ) : (
            <>
              <DataTable
                caption={say('documents')}
                columns={columns}
                rows={rows}
                rowKey={({ settlement }) => settlement}
              />
              {more.onMore !== undefined && <More {...more} />}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function useDocumentColumns(): readonly Column<Document>[] {
  const say = useSay(paymentsTexts);
  const reader = useReader();
  return [
    {
      id: 'number',
      title: say('document'),
      isMain: true,
      cell: ({ number, isCancelled }) => <Named name={number} code={isCancelled ? say('cancelled') : ''} />,
    },
    { id: 'issued', title: say('issuedOn'), cell: ({ issuedOn }) => reader.day(issuedOn) },
    { id: 'due', title: say('dueOn'), cell: ({ dueOn }) => reader.day(dueOn) },
    {
      id: 'gross',
      title: say('gross'),
      isFigure: true,
      isFirst: true,
      // The statement of its day says what stands on it, and how each part was earned.
      cell: ({ gross, currency, company, partner, issuedOn: day }) => (
        <Link to="/payments" search={{ partner, company, from: day, until: day }} hash="statement">
          {reader.money(gross, currency)}
        </Link>
      ),
    },
    {
      id: 'save',
      title: say('file'),
      isPlain: true,
      cell: ({ settlement, number }) => <DocumentFile settlement={settlement} number={number} />,
    },
  ];
}
