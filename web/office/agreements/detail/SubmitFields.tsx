import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { decimalOf, readersMark } from '../text/decimalOf.ts';
import type { AgreementText } from '../text/textPath.ts';
import { detailTexts } from './texts.ts';

type Value = { readonly of: 'expected'; readonly amount: string } | { readonly of: 'capped' };

type Submission = {
  readonly of: Value['of'];
  readonly setOf: (of: Value['of']) => void;
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  /** What is handed in with the text. */
  readonly value: Value;
  readonly isWhole: boolean;
};

/** By which value a text is handed in: what it would have paid is offered first. */
export function useSubmission(text: AgreementText, isOpen: boolean): Submission {
  const { language } = useReader();
  const [of, setOf] = useState<Value['of']>('expected');
  const [typed, setTyped] = useState<string>();
  const tried = api.useQuery(
    'post',
    '/api/v1/agreement-texts/effect',
    { params: { query: { lang: language } }, body: { text: text as Record<string, unknown> } },
    { enabled: isOpen, retry: false },
  );
  const mark = readersMark();
  const paid = tried.data?.effect?.totals[0]?.after ?? '';
  const offered = paid.startsWith('-') ? '' : paid.replace('.', mark);
  const amount = decimalOf(typed ?? offered, mark);
  return {
    of,
    setOf,
    typed: typed ?? offered,
    setTyped,
    value: of === 'capped' ? { of } : { of, amount: amount ?? '' },
    isWhole: of === 'capped' || amount !== undefined,
  };
}

type Props = { readonly submission: Submission; readonly currency: string };

/** Asks for the value that decides whose approval is needed. */
export function SubmitFields({ submission, currency }: Props) {
  const say = useSay(detailTexts);
  const { of, setOf, typed, setTyped } = submission;
  return (
    <>
      <p>{say('submitText')}</p>
      <SelectField
        label={say('value')}
        choices={[
          { id: 'expected', name: say('byExpected') },
          { id: 'capped', name: say('byCap') },
        ]}
        value={of}
        onChange={(id) => setOf(id === 'capped' ? 'capped' : 'expected')}
      />
      {of === 'expected' && (
        <TextField
          label={say('expectedValue', { currency })}
          inputMode="decimal"
          value={typed}
          onChange={setTyped}
          isRequired
        />
      )}
    </>
  );
}
