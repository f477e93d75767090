import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { reasonTexts } from '../../claim/claimReasons.ts';
import { typedFigure } from '../../text/figures.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useFieldHelp } from '../help/useFieldHelp.ts';
import { useTell } from '../money/Deeds.tsx';
import { About } from './ClaimLines.tsx';
import styles from './Claims.module.css';
import type { Claim, ClaimLine } from './claimTypes.ts';
import { claimDeedTexts } from './deedTexts.ts';

/** The reasons by which a shortfall is calculated, and what each of them says of a transaction. */
const SAYS = {
  price: ['unitPrice', 'netValue'],
  quantity: ['quantity', 'netValue'],
  product: ['out'],
  validity: ['out'],
  duplicate: ['out'],
  tax: ['netValue'],
} as const;
type SaidReason = keyof typeof SAYS;
type Says = (typeof SAYS)[SaidReason][number];

type Objection = { readonly reason: SaidReason | ''; readonly says: Says; readonly value: string };
const NONE: Objection = { reason: '', says: 'unitPrice', value: '' };

type Props = { readonly claim: Claim; readonly onClose: () => void };

/** What the supplier says of transactions: the shortfall is calculated by the agreement. */
export function ObjectionForm({ claim, onClose }: Props) {
  const say = useSay(claimDeedTexts);
  const tell = useTell();
  const lines = claim.lines.filter(({ transaction }) => transaction !== null);
  const [said, setSaid] = useState<ReadonlyMap<number, Objection>>(new Map());
  const objections = lines.flatMap((line) => objectionOf(line, said.get(line.line) ?? NONE));
  const object = useMutation({
    mutationFn: () =>
      call.POST('/api/v1/claims/{id}/objections', {
        params: { path: { id: claim.id } },
        body: { objections },
      }),
    onSuccess: () => {
      tell(say('objected'));
      onClose();
    },
  });
  return (
    <div className={styles.answer}>
      <Form
        label={say('objectTitle')}
        onSubmit={() => object.mutate()}
        submit={say('send')}
        isPending={object.isPending}
        isDisabled={objections.length === 0}
        actions={<Button onPress={onClose}>{say('stop')}</Button>}
      >
        <p className={styles.wide}>{say('objectLead')}</p>
        {lines.map((line) => (
          <ObjectionFields
            key={line.line}
            line={line}
            objection={said.get(line.line) ?? NONE}
            onChange={(now) => setSaid(new Map([...said, [line.line, now]]))}
          />
        ))}
      </Form>
      {object.error !== null && <Refused error={object.error} />}
    </div>
  );
}

type FieldsProps = {
  readonly line: ClaimLine;
  readonly objection: Objection;
  readonly onChange: (objection: Objection) => void;
};

function ObjectionFields({ line, objection, onChange }: FieldsProps) {
  const help = useFieldHelp();
  const say = useSay(claimDeedTexts);
  const sayReason = useSay(reasonTexts);
  const { reason, says, value } = objection;
  const reasons = (Object.keys(SAYS) as SaidReason[]).map((id) => ({ id, name: sayReason(id) }));
  const choose = (id: string) => {
    const chosen = id === 'none' ? '' : (id as SaidReason);
    onChange({ ...objection, reason: chosen, says: chosen === '' ? 'unitPrice' : SAYS[chosen][0] });
  };
  return (
    <div className={styles.line}>
      <div>
        <About line={line} />
      </div>
      <SelectField
        label={say('reason')}
        help={help('reason')}
        choices={[{ id: 'none', name: '–' }, ...reasons]}
        value={reason === '' ? 'none' : reason}
        onChange={choose}
      />
      {reason !== '' && (
        <div>
          <SelectField
            label={say('what')}
            help={help('says')}
            choices={SAYS[reason].map((id) => ({ id, name: say(`says.${id}`) }))}
            value={says}
            onChange={(id) => onChange({ ...objection, says: id as Says })}
          />
          {says !== 'out' && (
            <TextField
              label={say('value')}
              help={help('value')}
              value={value}
              inputMode="decimal"
              onChange={(text) => onChange({ ...objection, value: text })}
            />
          )}
        </div>
      )}
    </div>
  );
}

function objectionOf({ transaction }: ClaimLine, { reason, says, value }: Objection) {
  if (transaction === null || reason === '') return [];
  const exact = typedFigure(value);
  if (says !== 'out' && exact === '') return [];
  return [
    {
      ...{ transaction, reason },
      ...(says === 'unitPrice' && { unitPrice: exact }),
      ...(says === 'netValue' && { netValue: exact }),
      ...(says === 'quantity' && { quantity: { kind: 'stocked' as const, value: exact } }),
    },
  ];
}
