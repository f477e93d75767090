import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Done } from '../../ui/Done.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useFieldHelp } from '../help/useFieldHelp.ts';
import { PartnerName } from '../money/PartnerName.tsx';
import { useAgreements } from '../money/useChoices.ts';
import { leftOutTexts } from './leftOutTexts.ts';

type ToRaise = {
  readonly partner: string;
  readonly currency: string;
  readonly amount: string;
  readonly lines: number;
};

/** Claims what an agreement has earned from a supplier: looked at first, then raised. */
export function RaiseClaims() {
  const help = useFieldHelp();
  const say = useSay(leftOutTexts);
  const [agreement, setAgreement] = useState('');
  const [day, setDay] = useState('');
  const body = { agreement, ...(day !== '' && { day }) };
  const look = useMutation({ mutationFn: () => call.POST('/api/v1/claims/raise/preview', { body }) });
  const raise = useMutation({ mutationFn: () => call.POST('/api/v1/claims/raise', { body }) });
  const change = (set: (text: string) => void) => (text: string) => {
    set(text);
    look.reset();
    raise.reset();
  };
  const found = raise.isSuccess ? undefined : look.data?.data;
  return (
    <>
      <Form
        label={say('raise')}
        onSubmit={() => look.mutate()}
        actions={
          <Button type="submit" isDisabled={agreement === ''} isPending={look.isPending}>
            {say('look')}
          </Button>
        }
      >
        <ComboField
          label={say('agreement')}
          help={help('claimAgreement')}
          placeholder={say('chooseOne')}
          choices={useAgreements()}
          value={agreement}
          onChange={change(setAgreement)}
        />
        <TextField
          label={say('day')}
          help={help('claimDay')}
          type="date"
          value={day}
          onChange={change(setDay)}
          hint={say('dayHint')}
        />
      </Form>
      {look.error !== null && <Refused error={look.error} />}
      {found !== undefined && <ToRaiseTable rows={found.claims} />}
      {found?.skipped.map(({ code, at, title, detail }) => (
        <Notice key={`${code} ${at} ${detail}`} title={title} meaning="attention">
          <p>{detail}</p>
        </Notice>
      ))}
      {found !== undefined && found.claims.length > 0 && (
        <Button kind="primary" onPress={() => raise.mutate()} isPending={raise.isPending}>
          {say('write')}
        </Button>
      )}
      {raise.error !== null && <Refused error={raise.error} />}
      {raise.isSuccess && <Done title={say('raised', { count: raise.data.data?.claims.length ?? 0 })} />}
    </>
  );
}

function ToRaiseTable({ rows }: { readonly rows: readonly ToRaise[] }) {
  const say = useSay(leftOutTexts);
  if (rows.length === 0) return <p>{say('nothing')}</p>;
  const columns: readonly Column<ToRaise>[] = [
    {
      id: 'partner',
      title: say('partner'),
      isMain: true,
      cell: ({ partner }) => <PartnerName code={partner} />,
    },
    { id: 'lines', title: say('lines'), isFigure: true, cell: ({ lines }) => lines },
    {
      id: 'amount',
      title: say('amount'),
      isFigure: true,
      isFirst: true,
      cell: ({ amount, currency }) => <Amount exact={amount} currency={currency} />,
    },
  ];
  return (
    <DataTable
      caption={say('preview')}
      columns={columns}
      rows={rows}
      rowKey={({ partner, currency }) => `${partner} ${currency}`}
    />
  );
}
