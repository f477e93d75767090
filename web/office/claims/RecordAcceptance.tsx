import { api, call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useMay } from '../money/useMay.ts';
import { leftOutTexts } from './leftOutTexts.ts';

/** Records that the supplier has accepted the version in force, by a document of the agreement. */
export function RecordAcceptance({ agreement }: { readonly agreement: string }) {
  const say = useSay(leftOutTexts);
  const may = useMay('claims:write');
  const found = api.useQuery(
    'get',
    '/api/v1/agreements/{code}/documents',
    { params: { path: { code: agreement } } },
    { enabled: may },
  );
  const documents = (found.data?.rows ?? []).map(({ id, name }) => ({ id, name }));
  if (!may || documents.length === 0) return null;
  return (
    <Deeds>
      <Deed
        name={say('accept')}
        label={`${say('accept')}: ${agreement}`}
        kind="quiet"
        lead={say('acceptLead')}
        questions={[
          {
            id: 'document',
            label: say('document'),
            kind: 'choice',
            choices: documents,
            value: documents[0]?.id,
          },
          { id: 'acceptedBy', label: say('acceptedBy') },
          { id: 'acceptedOn', label: say('acceptedOn'), kind: 'day' },
        ]}
        done={say('accepted')}
        onDo={({ document = '', acceptedBy = '', acceptedOn = '' }) =>
          call.POST('/api/v1/agreements/{code}/acceptance', {
            params: { path: { code: agreement } },
            body: { document, acceptedBy, acceptedOn },
          })
        }
      />
    </Deeds>
  );
}
