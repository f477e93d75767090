import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call } from '../../../api/client.ts';
import { fileBody } from '../../../api/fileBody.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { DownloadButton } from '../../../ui/DownloadButton.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { FileField } from '../../../ui/FileField.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Named } from '../../../ui/Named.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useActorName } from '../../money/useActorName.ts';
import { useMay } from '../../money/useMay.ts';
import type { AttachedDocument } from './shapes.ts';
import { detailTexts } from './texts.ts';

/** What is kept beside the text: contracts, letters, photographs. */
export function DocumentsTab({ code }: { readonly code: string }) {
  const say = useSay(detailTexts);
  const mayWrite = useMay('agreements:write');
  const documents = api.useQuery('get', '/api/v1/agreements/{code}/documents', {
    params: { path: { code } },
  });
  return (
    <>
      {mayWrite && <AttachField code={code} />}
      <Loaded query={documents}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Notice title={say('noDocuments')}>
              <p>{say('noDocumentsText')}</p>
            </Notice>
          ) : (
            <DocumentTable documents={rows} />
          )
        }
      </Loaded>
    </>
  );
}

function AttachField({ code }: { readonly code: string }) {
  const say = useSay(detailTexts);
  const [file, setFile] = useState<File>();
  const attach = useMutation({
    mutationFn: (chosen: File) =>
      call.POST('/api/v1/agreements/{code}/documents', {
        params: { path: { code }, query: { name: chosen.name } },
        ...fileBody(chosen),
      }),
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    attach.mutate(chosen);
  };
  return (
    <>
      <FileField label={say('attach')} hint={say('attachHint')} kinds={[]} file={file} onChoose={choose} />
      {attach.error !== null && <Refused error={attach.error} />}
    </>
  );
}

function DocumentTable({ documents }: { readonly documents: readonly AttachedDocument[] }) {
  const say = useSay(detailTexts);
  const { instant, count } = useReader();
  const nameOf = useActorName();
  const columns: readonly Column<AttachedDocument>[] = [
    {
      id: 'name',
      title: say('document'),
      isMain: true,
      cell: ({ name, mediaType, bytes }) => (
        <Named name={name} code={`${mediaType} · ${say('bytes', { bytes: count(bytes) })}`} />
      ),
    },
    {
      id: 'who',
      title: say('who'),
      isPlain: true,
      cell: ({ actor, at }) => <Named name={nameOf(actor)} code={instant(at)} />,
    },
    {
      id: 'save',
      title: say('save'),
      isFirst: true,
      cell: ({ id, name }) => (
        <DownloadButton
          name={name}
          label={say('saveDocument', { name })}
          onAsk={(signal) =>
            call.GET('/api/v1/agreement-documents/{id}', {
              params: { path: { id } },
              parseAs: 'blob',
              signal,
            })
          }
        >
          {say('save')}
        </DownloadButton>
      ),
    },
  ];
  return (
    <DataTable caption={say('tab.documents')} columns={columns} rows={documents} rowKey={({ id }) => id} />
  );
}
