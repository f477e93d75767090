import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Done } from '../../ui/Done.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useMay } from '../money/useMay.ts';
import { accountTexts } from './accountTexts.ts';
import { type LevelRow, levelRows, type RulesText, rulesOf } from './rulesIn.ts';

/** Proposes other rules of payment; another person confirms them. */
export function ProposeRules({ rules }: { readonly rules: RulesText | undefined }) {
  const say = useSay(accountTexts);
  const { count } = useReader();
  const [isOpen, setOpen] = useState(false);
  const [coolingOffDays, setCooling] = useState(String(rules?.coolingOffDays ?? 3));
  const [unknownAfterDays, setUnknown] = useState(String(rules?.unknownAfterDays ?? 5));
  const [rows, setRows] = useState(() => levelRows(rules));
  const propose = useMutation({
    mutationFn: () =>
      call.POST('/api/v1/payment-rules', {
        body: { rules: rulesOf({ coolingOffDays, unknownAfterDays }, rows) },
      }),
    onSuccess: () => setOpen(false),
  });
  const change = (row: LevelRow) => setRows(rows.map((one) => (one.id === row.id ? row : one)));
  if (!useMay('bank:approve')) return null;
  if (propose.isSuccess && !isOpen) return <Done title={say('proposed')} />;
  if (!isOpen) return <Button onPress={() => setOpen(true)}>{say('propose')}</Button>;
  return (
    <Form
      label={say('propose')}
      onSubmit={() => propose.mutate()}
      submit={say('propose')}
      isPending={propose.isPending}
      actions={
        <Button
          onPress={() => setRows([...rows, { id: rows.length, currency: 'EUR', upTo: '', approvals: '1' }])}
        >
          {say('addLevel')}
        </Button>
      }
    >
      <TextField label={say('coolingOff')} value={coolingOffDays} onChange={setCooling} inputMode="numeric" />
      <TextField
        label={say('unknownAfter')}
        value={unknownAfterDays}
        onChange={setUnknown}
        inputMode="numeric"
      />
      {rows.map((row) => (
        <Level key={row.id} row={row} name={count(row.id + 1)} onChange={change} />
      ))}
      {propose.error !== null && <Refused error={propose.error} />}
    </Form>
  );
}

type LevelProps = {
  readonly row: LevelRow;
  readonly name: string;
  readonly onChange: (row: LevelRow) => void;
};

function Level({ row, name, onChange }: LevelProps) {
  const say = useSay(accountTexts);
  return (
    <>
      <TextField
        label={`${name}. ${say('currency')}`}
        value={row.currency}
        onChange={(currency) => onChange({ ...row, currency })}
      />
      <TextField
        label={`${name}. ${say('limitAmount')}`}
        value={row.upTo}
        inputMode="decimal"
        onChange={(upTo) => onChange({ ...row, upTo })}
      />
      <TextField
        label={`${name}. ${say('limitApprovals')}`}
        value={row.approvals}
        inputMode="numeric"
        onChange={(approvals) => onChange({ ...row, approvals })}
      />
    </>
  );
}
