import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Refused } from '../ui/Failure.tsx';
import { Form } from '../ui/Form.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Factors.module.css';
import type { Told } from './Factors.tsx';
import { factorTexts } from './factorTexts.ts';

type Props = {
  readonly totp: { readonly key: string; readonly square: { readonly size: number; readonly path: string } };
  readonly onDone: (told: Told) => void;
};

/** The key for the program, shown this once, and the first code that proves it. */
export function NewTotp({ totp: { key, square }, onDone }: Props) {
  const say = useSay(factorTexts);
  const [code, setCode] = useState('');
  const confirm = api.useMutation('put', '/api/v1/account/totp', {
    onSuccess: ({ recoveryCodes }) => onDone({ title: say('on'), codes: recoveryCodes }),
  });
  return (
    <>
      <p>{say('scan')}</p>
      <svg
        className={styles.square}
        viewBox={`0 0 ${square.size} ${square.size}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label={say('square')}
      >
        <path d={square.path} />
      </svg>
      <code className={styles.key}>{key}</code>
      {confirm.error !== null && <Refused error={confirm.error} />}
      <Form
        label={say('totp')}
        onSubmit={() => confirm.mutate({ body: { code: code.trim() } })}
        submit={say('confirm')}
        isPending={confirm.isPending}
        isDisabled={code === ''}
      >
        <TextField
          label={say('code')}
          hint={say('codeHint')}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
        />
      </Form>
    </>
  );
}
