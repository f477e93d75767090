import { api, call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Details } from '../../ui/Details.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useActorName } from '../money/useActorName.ts';
import { useDecider } from '../money/useDecider.ts';
import { accountTexts } from './accountTexts.ts';
import { ProposeRules } from './ProposeRules.tsx';
import type { PaymentRules } from './paymentTypes.ts';
import { type RulesText, rulesIn } from './rulesIn.ts';

/** What has to happen before money leaves: the rules in force, and a proposal that waits. */
export function PaymentRulesPart() {
  const say = useSay(accountTexts);
  const found = api.useQuery('get', '/api/v1/payment-rules');
  return (
    <Loaded query={found} rows={3}>
      {(rules) => {
        const inForce = rulesIn(rules.rules);
        return (
          <>
            {inForce === undefined ? <p>{say('noRules')}</p> : <Rules rules={inForce} />}
            <Waiting rules={rules} />
            <ProposeRules key={rules.inForce} rules={inForce} />
          </>
        );
      }}
    </Loaded>
  );
}

function Rules({ rules }: { readonly rules: RulesText }) {
  const say = useSay(accountTexts);
  const { count, money, inCurrency } = useReader();
  return (
    <Details
      entries={[
        [say('coolingOff'), count(rules.coolingOffDays)],
        [say('unknownAfter'), count(rules.unknownAfterDays)],
        ...rules.limits.map(
          ({ currency, levels }) =>
            [
              inCurrency(say('limits'), currency),
              levels
                .map(({ upTo, approvals }) =>
                  say('limit', { amount: money(upTo, currency), count: approvals }),
                )
                .join('; '),
            ] as const,
        ),
      ]}
    />
  );
}

/** The version that was proposed last, where nobody has confirmed it. */
function Waiting({ rules: { versions } }: { readonly rules: PaymentRules }) {
  const say = useSay(accountTexts);
  const { instant } = useReader();
  const nameOf = useActorName();
  const last = versions.reduce<PaymentRules['versions'][number] | undefined>(
    (latest, one) => (latest === undefined || one.version > latest.version ? one : latest),
    undefined,
  );
  const decider = useDecider({ scope: 'bank:approve', role: 'approver', author: last?.author });
  const proposed = last && rulesIn(last.rules);
  if (last === undefined || last.approver !== null || proposed === undefined) return null;
  return (
    <>
      <p>
        <Tag meaning="attention">
          {say('proposedBy', { version: last.version, name: nameOf(last.author) })}
        </Tag>{' '}
        {instant(last.at)}
      </p>
      <Rules rules={proposed} />
      <Deeds why={decider.why}>
        {decider.may && (
          <Deed
            name={say('confirm', { version: last.version })}
            kind="primary"
            done={say('confirmed')}
            onDo={() =>
              call.POST('/api/v1/payment-rules/{version}/confirmation', {
                params: { path: { version: String(last.version) } },
              })
            }
          />
        )}
      </Deeds>
    </>
  );
}
