import { useState } from 'react';
import { isSameFigure } from '../../text/figures.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useDecider } from '../money/useDecider.ts';
import { AnswerForm } from './AnswerForm.tsx';
import type { Claim } from './claimTypes.ts';
import { DisputeDeeds } from './DisputeDeeds.tsx';
import { claimDeedTexts } from './deedTexts.ts';
import { MoneyDeeds } from './MoneyDeeds.tsx';
import { NoteDeeds } from './NoteDeeds.tsx';
import { ObjectionForm } from './ObjectionForm.tsx';
import { WriteOffDeeds } from './WriteOffDeeds.tsx';

/** What can be done with a claim, as it stands. */
export function ClaimDeeds({ claim }: { readonly claim: Claim }) {
  const say = useSay(claimDeedTexts);
  const [form, setForm] = useState<'answer' | 'object'>();
  const { may, why } = useDecider({ scope: 'claims:write', role: 'finance' });
  const isUndecided = !isSameFigure(claim.positions.undecided ?? '0', '0');
  const hasSales = claim.lines.some(({ transaction }) => transaction !== null);
  return (
    <Deeds why={why}>
      {may && isUndecided && (
        <Button kind="primary" onPress={() => setForm('answer')}>
          {say('answer')}
        </Button>
      )}
      {may && isUndecided && hasSales && claim.claimant === 'us' && (
        <Button onPress={() => setForm('object')}>{say('object')}</Button>
      )}
      {may && <DisputeDeeds claim={claim} />}
      {may && claim.claimant === 'us' && <MoneyDeeds claim={claim} />}
      <WriteOffDeeds claim={claim} mayAsk={may} />
      {may && <NoteDeeds claim={claim} />}
      {form === 'answer' && <AnswerForm claim={claim} onClose={() => setForm(undefined)} />}
      {form === 'object' && <ObjectionForm claim={claim} onClose={() => setForm(undefined)} />}
    </Deeds>
  );
}
