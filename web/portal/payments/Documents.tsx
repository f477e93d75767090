import { api, call } from '../../api/client.ts';
import type { paths } from '../../api/openApi.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { paymentsTexts } from './texts.ts';

type Document =
  paths['/api/v1/documents']['get']['responses']['200']['content']['application/json']['rows'][number];

const SHOWN = 100;

/** Credit and debit notes as they were issued, to be saved. */
export function Documents() {
  const say = useSay(paymentsTexts);
  const reader = useReader();
  const list = api.useQuery('get', '/api/v1/documents', { params: { query: { limit: String(SHOWN) } } });
  const columns: readonly Column<Document>[] = [
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
      cell: ({ gross, currency }) => reader.money(gross, currency),
    },
    {
      id: 'save',
      title: say('file'),
      isPlain: true,
      cell: ({ settlement, number }) => (
        <DownloadButton
          label={say('saveDocument', { number })}
          name={`${number}.pdf`}
          onAsk={() =>
            call.GET('/api/v1/settlements/{id}/document', {
              params: { path: { id: settlement }, query: { format: 'pdf', lang: reader.language } },
              parseAs: 'blob',
            })
          }
        >
          PDF
        </DownloadButton>
      ),
    },
  ];
  return (
    <Section title={say('documents')} lead={say('documentsLead')}>
      <Loaded query={list} rows={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Notice title={say('noDocuments')} />
          ) : (
            <DataTable
              caption={say('documents')}
              columns={columns}
              rows={rows}
              rowKey={({ settlement }) => settlement}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
