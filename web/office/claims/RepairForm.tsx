import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Details } from '../../ui/Details.tsx';
import { Done } from '../../ui/Done.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Claims.module.css';
import type { Message } from './claimTypes.ts';
import { messageTexts } from './messageTexts.ts';

type Props = { readonly message: Message; readonly mayRepair: boolean };

/** The rows of a message as they came; who may send claims sends those that wait once more, repaired. */
export function RepairForm({ message, mayRepair }: Props) {
  const say = useSay(messageTexts);
  const { count } = useReader();
  const waiting = message.rows.filter(({ row }) => message.waiting.includes(row));
  const [set, setTexts] = useState<Readonly<Record<string, string>>>({});
  const key = (row: number, field: string) => `${row} ${field}`;
  const repair = useMutation({
    mutationFn: () =>
      call.POST('/api/v1/claim-messages/{id}/repair', {
        params: { path: { id: message.id } },
        body: { rows: waiting.flatMap(({ row, texts }) => repairedRow(row, texts, set)) },
      }),
  });
  if (!mayRepair) {
    return message.rows.map(({ row, texts }) => (
      <div key={row} className={styles.answer}>
        <strong>{`${say('row')} ${count(row)}`}</strong>
        <Details entries={Object.entries(texts)} />
      </div>
    ));
  }
  return (
    <Form
      label={say('repair')}
      onSubmit={() => repair.mutate()}
      actions={
        <Button type="submit" kind="primary" isPending={repair.isPending}>
          {say('repair')}
        </Button>
      }
    >
      <p className={styles.wide}>{say('repairLead')}</p>
      {waiting.map(({ row, texts }) =>
        Object.entries(texts).map(([field, text]) => (
          <TextField
            key={key(row, field)}
            label={`${count(row)} · ${field}`}
            value={set[key(row, field)] ?? text}
            onChange={(now) => setTexts({ ...set, [key(row, field)]: now })}
          />
        )),
      )}
      {repair.error !== null && <Refused error={repair.error} />}
      {repair.isSuccess && <Done title={say('repaired')} />}
    </Form>
  );
}

/** What was changed in a row. */
function repairedRow(
  row: number,
  texts: Readonly<Record<string, string>>,
  set: Readonly<Record<string, string>>,
) {
  const changed = Object.entries(texts).flatMap(([field, text]) => {
    const now = set[`${row} ${field}`] ?? text;
    return now === text ? [] : [[field, now] as const];
  });
  return changed.length === 0 ? [] : [{ row, set: Object.fromEntries(changed) }];
}
