import { useMutation } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Outcome } from '../../../verifier/verifyPackage.ts';
import { call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Details } from '../../ui/Details.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { Notice, SmallPrint } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { verifyTexts } from './texts.ts';

type Looked = { readonly name: string; readonly file?: File; readonly outcome?: Outcome };

/** Drop the proof file: the amounts are computed again in this browser, and nothing of the file leaves it. */
export function VerifyPage() {
  const say = useSay(verifyTexts);
  const { language } = useReader();
  const [looked, setLooked] = useState<Looked>();
  const { earning } = useSearch({ from: '/verify' });
  const verify = async (named: Looked, text: string) => {
    // The whole calculation is loaded by whoever verifies, and by nobody else.
    const { verifyPackage } = await import('../../../verifier/verifyPackage.ts');
    setLooked({ ...named, outcome: verifyPackage(text, named.name, language) });
  };
  const choose = async (file: File) => {
    const named = { name: file.name, file };
    setLooked(named);
    await verify(named, await file.text());
  };
  const { mutate: take, ...taking } = useMutation({
    mutationFn: async (id: string) => {
      const path = { id };
      const { data } = await call.GET('/api/v1/earnings/{id}/proof', { params: { path }, parseAs: 'text' });
      await verify({ name: 'proof.json' }, String(data));
    },
  });
  // Whoever came here from an amount has asked for it already.
  useEffect(() => {
    if (earning !== undefined) take(earning);
  }, [earning, take]);
  return (
    <Page title={say('title')} lead={say('lead')}>
      {taking.isPending && <Skeleton rows={3} />}
      {taking.error !== null && <Refused error={taking.error} />}
      {earning !== undefined && (
        <div aria-live="polite">{looked?.outcome !== undefined && <Result outcome={looked.outcome} />}</div>
      )}
      <FileField
        label={say('file')}
        hint={say('hint')}
        kinds={['.json', 'application/json']}
        file={looked?.file}
        onChoose={(file) => void choose(file)}
      />
      {looked === undefined && earning === undefined && (
        <p>
          <Link to="/">{say('toAmounts')}</Link>
        </p>
      )}
      {looked !== undefined && looked.outcome === undefined && <Skeleton rows={3} />}
      {earning === undefined && (
        <div aria-live="polite">{looked?.outcome !== undefined && <Result outcome={looked.outcome} />}</div>
      )}
    </Page>
  );
}

function Result({ outcome }: { readonly outcome: Outcome }) {
  const say = useSay(verifyTexts);
  const sayUi = useSay(uiTexts);
  if (outcome.ok) return <Verified value={outcome.value} />;
  return (
    <Notice title={say('refused')} meaning="bad">
      <p>{say('refusedText')}</p>
      {outcome.reasons.map(({ code, what, fix }) => (
        <div key={`${code} ${what}`}>
          <p>
            {what} {fix}
          </p>
          <SmallPrint>{sayUi('code', { code })}</SmallPrint>
        </div>
      ))}
    </Notice>
  );
}

function Verified({ value }: { readonly value: Extract<Outcome, { ok: true }>['value'] }) {
  const say = useSay(verifyTexts);
  const { name, money, span, day } = useReader();
  const { agreement, partner, effective, lines, earnings, currency } = value;
  const hasTerms = new Set(earnings.map(({ term }) => term)).size > 1;
  return (
    <Notice title={say('verified')} meaning="good">
      <Details
        entries={[
          [say('agreement'), name(agreement)],
          [say('partner'), partner],
          [say('effective'), day(effective)],
          [say('lines'), say('lineCount', { count: lines })],
          ...earnings.map(
            ({ term, amount, ...window }) =>
              [
                [...(hasTerms ? [term] : []), span(window)].join(' · '),
                <strong key={term}>{money(amount, currency)}</strong>,
              ] as const,
          ),
        ]}
      />
    </Notice>
  );
}
