import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import type { paths } from '../../api/openApi.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice, SmallPrint } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { auditTexts } from './auditTexts.ts';

type Verified = paths['/api/v1/audit/verification']['get']['responses'][200]['content']['application/json'];

/** Computes the chain again, and says what is not what it was. */
export function VerifyChain() {
  const say = useSay(auditTexts);
  const [expect, setExpect] = useState('');
  const verify = useMutation({
    mutationFn: () =>
      call.GET('/api/v1/audit/verification', {
        params: { query: expect.trim() === '' ? {} : { expect: expect.trim() } },
      }),
  });
  const found = verify.data?.data;
  return (
    <>
      <Form
        label={say('verify')}
        onSubmit={() => verify.mutate()}
        submit={say('check')}
        isPending={verify.isPending}
      >
        <TextField label={say('expect')} value={expect} onChange={setExpect} hint={say('expectHint')} />
      </Form>
      {verify.error !== null && <Refused error={verify.error} />}
      {found !== undefined && <Result found={found} />}
    </>
  );
}

function Result({ found }: { readonly found: Verified }) {
  const say = useSay(auditTexts);
  const { findings, position, waiting, hash, anchoredAt, isCut } = found;
  const isWhole = findings.length === 0;
  return (
    <div aria-live="polite">
      <Notice
        title={isWhole ? say('whole', { position }) : say('broken', { count: findings.length })}
        meaning={isWhole ? 'good' : 'bad'}
      >
        {findings.map((finding) => (
          <p key={`${finding.position} ${finding.entry} ${finding.fault}`}>
            {say('fault', {
              position: finding.position ?? finding.entry ?? '',
              fault: say(`fault.${finding.fault}`),
            })}
          </p>
        ))}
        {isCut && <p>{say('cut')}</p>}
        {waiting > 0 && <p>{say('waiting', { count: waiting })}</p>}
        {anchoredAt !== null && <p>{say('anchored', { position: anchoredAt })}</p>}
        <SmallPrint>{`${say('head')}: ${hash}`}</SmallPrint>
      </Notice>
    </div>
  );
}
