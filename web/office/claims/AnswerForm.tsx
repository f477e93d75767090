import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { REASONS, type Reason, reasonTexts } from '../../claim/claimReasons.ts';
import { isSameFigure, typedFigure } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { LongTextField } from '../../ui/LongTextField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useFieldHelp } from '../help/useFieldHelp.ts';
import { useTell } from '../money/Deeds.tsx';
import { answerOf, type LineAnswer, lessOf } from './answerOf.ts';
import { About } from './ClaimLines.tsx';
import styles from './Claims.module.css';
import type { Claim, ClaimLine } from './claimTypes.ts';

import { claimDeedTexts } from './deedTexts.ts';

type Props = { readonly claim: Claim; readonly onClose: () => void };

/** Answers what is undecided of a claim, line by line: granted, and why not the rest. */
export function AnswerForm({ claim, onClose }: Props) {
  const say = useSay(claimDeedTexts);
  const tell = useTell();
  const lines = claim.lines.filter(({ positions }) => !isSameFigure(positions.undecided ?? '0', '0'));
  const [said, setSaid] = useState<ReadonlyMap<number, LineAnswer>>(
    () => new Map(lines.map(({ line, positions }) => [line, firstAnswer(positions.undecided ?? '0')])),
  );
  const [note, setNote] = useState('');
  const answer = useMutation({
    mutationFn: () =>
      call.POST('/api/v1/claims/{id}/answer', {
        params: { path: { id: claim.id } },
        body: { lines: answerOf(lines, said), ...(note.trim() !== '' && { note: note.trim() }) },
      }),
    onSuccess: () => {
      tell(say('answered'));
      onClose();
    },
  });
  return (
    <div className={styles.answer}>
      <Form
        label={say('answerTitle')}
        onSubmit={() => answer.mutate()}
        submit={say('send')}
        isPending={answer.isPending}
        actions={<Button onPress={onClose}>{say('stop')}</Button>}
      >
        <p className={styles.wide}>{say(claim.claimant === 'us' ? 'answerUs' : 'answerThem')}</p>
        {lines.map((line) => (
          <LineFields
            key={line.line}
            line={line}
            currency={claim.currency}
            answer={said.get(line.line) ?? firstAnswer('0')}
            onChange={(now) => setSaid(new Map([...said, [line.line, now]]))}
          />
        ))}
        <div className={styles.wide}>
          <LongTextField label={say('note')} value={note} onChange={setNote} rows={2} />
        </div>
      </Form>
      {answer.error !== null && <Refused error={answer.error} />}
    </div>
  );
}

function firstAnswer(undecided: string): LineAnswer {
  return { granted: undecided, reason: 'price' };
}

type LineProps = {
  readonly line: ClaimLine;
  readonly currency: string;
  readonly answer: LineAnswer;
  readonly onChange: (answer: LineAnswer) => void;
};

function LineFields({ line, currency, answer, onChange }: LineProps) {
  const help = useFieldHelp();
  const say = useSay(claimDeedTexts);
  const sayReason = useSay(reasonTexts);
  const { money } = useReader();
  const undecided = line.positions.undecided ?? '0';
  const granted = typedFigure(answer.granted);
  const rest = /^-?\d+(\.\d+)?$/.test(granted) ? lessOf(undecided, granted) : undefined;
  const isAll = rest === undefined || isSameFigure(rest, '0');
  return (
    <div className={styles.line}>
      <div>
        <About line={line} />
        <span className={styles.small}>
          {say('lineName', { line: line.line })} · {say('undecidedPart')} {money(undecided, currency)}
        </span>
      </div>
      <TextField
        label={say('granted', { currency })}
        help={help('granted')}
        value={answer.granted}
        inputMode="decimal"
        onChange={(text) => onChange({ ...answer, granted: text })}
        hint={isAll ? undefined : `${say('rest')}: ${money(rest, currency)}`}
      />
      {!isAll && (
        <SelectField
          label={say('reason')}
          help={help('reason')}
          choices={REASONS.map((id) => ({ id, name: sayReason(id) }))}
          value={answer.reason}
          onChange={(id) => onChange({ ...answer, reason: id as Reason })}
        />
      )}
    </div>
  );
}
