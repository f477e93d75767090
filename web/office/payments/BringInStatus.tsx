import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { fileBody } from '../../api/fileBody.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { bankTexts } from './bankTexts.ts';

const KINDS = ['.xml', '.txt', '.ach'];

/** Brings in what a bank says of payments beside its statements. */
export function BringInStatus() {
  const say = useSay(bankTexts);
  const [file, setFile] = useState<File>();
  const take = useMutation({
    mutationFn: (given: File) =>
      call.POST('/api/v1/payment-status', { params: { query: { name: given.name } }, ...fileBody(given) }),
  });
  const told = take.data?.data;
  return (
    <Form
      label={say('status')}
      onSubmit={() => file && take.mutate(file)}
      actions={
        <Button type="submit" isDisabled={file === undefined} isPending={take.isPending}>
          {say('takeIn')}
        </Button>
      }
    >
      <FileField label={say('file')} kinds={KINDS} file={file} onChoose={setFile} />
      {take.error !== null && <Refused error={take.error} />}
      {told !== undefined && (
        <Notice title={say('told')} meaning={told.refusals.length === 0 ? 'good' : 'attention'}>
          <p>{say('toldStatus', { heard: told.heard, known: told.known, underWay: told.underWay })}</p>
          {told.refusals.map(({ code, at, title, detail }) => (
            <p key={`${code} ${at}`}>
              {title} {detail}
            </p>
          ))}
        </Notice>
      )}
    </Form>
  );
}
