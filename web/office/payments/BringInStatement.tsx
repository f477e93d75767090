import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call } from '../../api/client.ts';
import { fileBody } from '../../api/fileBody.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { bankTexts } from './bankTexts.ts';

const KINDS = ['.xml', '.csv', '.xlsx', '.txt'];

/** Brings a statement of a bank in: dropped here, read, and matched at once. */
export function BringInStatement() {
  const say = useSay(bankTexts);
  const { data } = api.useQuery('get', '/api/v1/paying-accounts');
  const accounts = (data?.rows ?? []).map(({ code, currency }) => ({
    id: code,
    name: `${code} · ${currency}`,
  }));
  const [file, setFile] = useState<File>();
  const [kind, setKind] = useState<'camt' | 'table'>('camt');
  const [chosen, setAccount] = useState('');
  const account = chosen === '' ? (accounts[0]?.id ?? '') : chosen;
  const take = useMutation({
    mutationFn: (given: File) =>
      kind === 'camt'
        ? call.POST('/api/v1/bank-statements', {
            params: { query: { name: given.name } },
            ...fileBody(given),
          })
        : call.POST('/api/v1/bank-statements/table', {
            params: { query: { name: given.name, account } },
            ...fileBody(given),
          }),
  });
  return (
    <Form
      label={say('statement')}
      onSubmit={() => file && take.mutate(file)}
      actions={
        <Button type="submit" kind="primary" isDisabled={file === undefined} isPending={take.isPending}>
          {say('takeIn')}
        </Button>
      }
    >
      <FileField label={say('file')} kinds={KINDS} file={file} onChoose={setFile} />
      <SelectField
        label={say('kind')}
        choices={(['camt', 'table'] as const).map((id) => ({ id, name: say(`kind.${id}`) }))}
        value={kind}
        onChange={(id) => setKind(id === 'table' ? 'table' : 'camt')}
      />
      {kind === 'table' && (
        <SelectField label={say('account')} choices={accounts} value={account} onChange={setAccount} />
      )}
      {take.error !== null && <Refused error={take.error} />}
      {take.data?.data !== undefined && (
        <Notice title={say('told')} meaning="good">
          {take.data.data.statements.map((statement) => (
            <p key={statement.statement}>{say('toldLine', statement)}</p>
          ))}
        </Notice>
      )}
    </Form>
  );
}
