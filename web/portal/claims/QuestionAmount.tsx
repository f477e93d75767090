import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../../api/client.ts';
import { ContactLinks } from '../../help/ContactLinks.tsx';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Done } from '../../ui/Done.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { useScopes } from '../useScopes.ts';
import { claimsTexts } from './texts.ts';

/** An amount, by what it was earned under. */
export type Questioned = {
  readonly earning: string;
  readonly agreement: string;
  readonly term: string;
  readonly partner?: string | undefined;
  readonly firstDay: string;
};

/** The way from an amount to an objection: to the claim that it is on, to a claim of it, or to whom one asks where nothing is claimed. */
export function QuestionAmount({ amount }: { readonly amount: Questioned }) {
  const say = useSay(claimsTexts);
  const scopes = useScopes();
  const navigate = useNavigate();
  const look = useMutation({
    mutationFn: async () => {
      const claim = await claimOf(amount);
      if (claim !== undefined) await navigate({ to: '/claims/$id', params: { id: claim }, hash: 'dispute' });
      else if (await isClaimed(amount.agreement)) {
        const { agreement, earning } = amount;
        await navigate({ to: '/claims/new', search: { agreement, earning } });
      } else return 'nothingToClaim';
      return 'gone';
    },
  });
  if (scopes?.isOfPartner !== true || !scopes.has('claims:send')) return null;
  return (
    <>
      <Button isPending={look.isPending} onPress={() => look.mutate()}>
        {say('question')}
      </Button>
      {look.error !== null && <Refused error={look.error} />}
      {look.data === 'nothingToClaim' && (
        <Done title={say('questionSettled')} meaning="attention">
          <p>{say('questionAsk')}</p>
          <ContactLinks />
        </Done>
      )}
    </>
  );
}

/** The last claim that has a line on the amount. */
async function claimOf({ agreement, term, partner, firstDay }: Questioned): Promise<string | undefined> {
  const query = { agreement, term, firstDay, ...(partner !== undefined && { participant: partner }) };
  const { data } = await call.GET('/api/v1/claims', { params: { query } });
  return data?.rows.at(-1)?.id;
}

async function isClaimed(code: string): Promise<boolean> {
  const { data } = await call.GET('/api/v1/portal/agreements');
  return data?.rows.some((one) => one.agreement === code && one.claimRule === 'partnerClaims') ?? false;
}
