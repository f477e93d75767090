import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Done } from '../ui/Done.tsx';
import { Failure } from '../ui/Failure.tsx';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { factorTexts } from './factorTexts.ts';
import { Passkeys } from './Passkeys.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { ShownCodes } from './ShownCodes.tsx';
import { TimedCodes } from './TimedCodes.tsx';

/** What has just been done; with codes that are shown this once. */
export type Told = { readonly title: string; readonly codes?: readonly string[] | null };

/** What the account has beside its password. */
export function Factors() {
  const say = useSay(factorTexts);
  const [told, setTold] = useState<Told>();
  const factors = api.useQuery('get', '/api/v1/account/factors');
  return (
    <Section title={say('factors')} lead={say('factorsLead')}>
      {told !== undefined && <Done title={told.title} />}
      {told?.codes && <ShownCodes codes={told.codes} onKept={() => setTold({ title: told.title })} />}
      {factors.error !== null && <Failure error={factors.error} onRetry={() => void factors.refetch()} />}
      {factors.isPending && <Skeleton />}
      {factors.data !== undefined && (
        <>
          <TimedCodes hasTotp={factors.data.hasTotp} onDone={setTold} />
          <Passkeys passkeys={factors.data.passkeys} onDone={setTold} />
          {(factors.data.hasTotp || factors.data.passkeys.length > 0) && (
            <RecoveryCodes left={factors.data.recoveryCodes} onDone={setTold} />
          )}
        </>
      )}
    </Section>
  );
}
