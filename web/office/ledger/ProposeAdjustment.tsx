import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useTell } from '../money/Deeds.tsx';
import { Questions } from '../money/Questions.tsx';
import { type Answered, firstAnswers, isWhole, type Question, saidTexts } from '../money/question.ts';
import { useAgreements, usePartners } from '../money/useChoices.ts';
import { adjustmentTexts } from './adjustmentTexts.ts';
import type { Adjustment } from './ledgerTypes.ts';

const KINDS = ['goodwill', 'correction', 'external', 'lumpSum'] as const;

/** Proposes an amount beside the terms: what it would change is looked at first. */
export function ProposeAdjustment({ onClose }: { readonly onClose: () => void }) {
  const say = useSay(adjustmentTexts);
  const { money } = useReader();
  const tell = useTell();
  const questions = useQuestions();
  const [answered, setAnswered] = useState(() => firstAnswers(questions));
  const body = () => bodyOf(saidTexts(questions, answered));
  const look = useMutation({ mutationFn: () => call.POST('/api/v1/adjustments/preview', { body: body() }) });
  const write = useMutation({
    mutationFn: () => call.POST('/api/v1/adjustments', { body: body() }),
    onSuccess: () => {
      tell(say('proposed'));
      onClose();
    },
  });
  const found = look.data?.data;
  const change = (now: Answered) => {
    setAnswered(now);
    look.reset();
  };
  return (
    <div>
      <p>{say('proposeLead')}</p>
      <Form
        label={say('propose')}
        onSubmit={() => look.mutate()}
        actions={
          <>
            <Button type="submit" isDisabled={!isWhole(questions, answered)} isPending={look.isPending}>
              {say('look')}
            </Button>
            {found !== undefined && (
              <Button kind="primary" onPress={() => write.mutate()} isPending={write.isPending}>
                {say('write')}
              </Button>
            )}
            <Button onPress={onClose}>{say('stop')}</Button>
          </>
        }
      >
        <Questions questions={questions} answered={answered} onAnswer={change} />
      </Form>
      {found?.accounts.map(({ partner, term, currency, earned, recognised }) => (
        <Notice
          key={`${partner} ${term}`}
          title={say('before', {
            account: `${partner}, ${term}`,
            earnedBefore: money(earned.before, currency),
            earnedAfter: money(earned.after, currency),
            recognisedBefore: money(recognised.before, currency),
            recognisedAfter: money(recognised.after, currency),
          })}
        />
      ))}
      {look.error !== null && <Refused error={look.error} />}
      {write.error !== null && <Refused error={write.error} />}
    </div>
  );
}

function useQuestions(): readonly Question[] {
  const say = useSay(adjustmentTexts);
  const agreements = useAgreements();
  const partners = usePartners();
  return [
    { id: 'agreement', label: say('agreement'), kind: 'find', choices: agreements },
    { id: 'partner', label: say('partner'), kind: 'find', choices: partners },
    { id: 'term', label: say('term') },
    {
      ...{ id: 'kind', label: say('kind'), kind: 'choice', value: 'goodwill' },
      choices: KINDS.map((id) => ({ id, name: say(`kind.${id}`) })),
    },
    { id: 'firstDay', label: say('firstDay'), kind: 'day' },
    { id: 'countsFrom', label: say('from'), kind: 'day' },
    { id: 'amount', label: say('amount'), kind: 'amount' },
    { id: 'document', label: say('document') },
    { id: 'reason', label: say('reason') },
    { id: 'wording', label: say('wording'), isOptional: true },
    { id: 'expiresOn', label: say('expires'), kind: 'day', isOptional: true },
  ];
}

function bodyOf(said: Readonly<Record<string, string>>) {
  const { agreement = '', partner = '', term = '', kind, firstDay = '', countsFrom = '', amount = '' } = said;
  const { document = '', reason = '', wording, expiresOn } = said;
  return {
    ...{ agreement, partner, term, document, reason, kind: kind as Adjustment['kind'] },
    parts: [{ amount, countsFrom, firstDay }],
    ...(wording !== undefined && { wording }),
    ...(expiresOn !== undefined && { expiresOn }),
  };
}
