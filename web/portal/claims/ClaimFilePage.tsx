import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { Form } from '../../ui/Form.tsx';
import { Page } from '../../ui/Page.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { useScopes } from '../useScopes.ts';
import styles from './Claims.module.css';
import { Outcome } from './Outcome.tsx';
import { claimsTexts } from './texts.ts';

const KINDS = [
  '.csv',
  '.xlsx',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Many claims at once: the template, the file, and what became of it row by row. */
export function ClaimFilePage() {
  const say = useSay(claimsTexts);
  const scopes = useScopes();
  const { message } = useSearch({ from: '/claims/file' });
  return (
    <Page title={say('fileTitle')} lead={say('fileLead')}>
      {scopes !== undefined && scopes.partners.length > 0 && <Sending partners={scopes.partners} />}
      {message !== undefined && <Outcome message={message} />}
    </Page>
  );
}

function Sending({ partners }: { readonly partners: readonly string[] }) {
  const say = useSay(claimsTexts);
  const navigate = useNavigate({ from: '/claims/file' });
  const [partner, setPartner] = useState(partners[0] ?? '');
  const [file, setFile] = useState<File>();
  const send = useMutation({
    mutationFn: (chosen: File) => sendFile(partner, chosen),
    onSuccess: (id) => void navigate({ search: { message: id } }),
  });
  const template = (format: 'csv' | 'xlsx', signal: AbortSignal) =>
    call.GET('/api/v1/claim-messages/claims/template', {
      params: { query: { partner, format } },
      parseAs: 'blob',
      signal,
    });
  return (
    <>
      <p className={styles.templates}>
        <DownloadButton onAsk={(signal) => template('xlsx', signal)} name="claims.xlsx">
          {say('template')}
        </DownloadButton>
        <DownloadButton onAsk={(signal) => template('csv', signal)} name="claims.csv">
          {say('templateCsv')}
        </DownloadButton>
      </p>
      <Form
        label={say('fileTitle')}
        onSubmit={() => file !== undefined && send.mutate(file)}
        submit={say('sendFile')}
        isPending={send.isPending}
        isDisabled={file === undefined}
      >
        {partners.length > 1 && (
          <SelectField
            label={say('partner')}
            choices={partners.map((id) => ({ id, name: id }))}
            value={partner}
            onChange={setPartner}
          />
        )}
        <FileField label={say('file')} hint={say('fileHint')} kinds={KINDS} file={file} onChoose={setFile} />
      </Form>
      {send.error !== null && <Refused error={send.error} />}
    </>
  );
}

async function sendFile(partner: string, file: File): Promise<string> {
  const { data } = await call.POST('/api/v1/claim-messages/claims/file', {
    params: { query: { partner, name: file.name } },
    body: file as unknown as string,
    bodySerializer: (body: unknown) => body as Blob,
    headers: { 'content-type': file.name.toLowerCase().endsWith('.xlsx') ? WORKBOOK : 'text/csv' },
  });
  return data?.id ?? '';
}
