import { useNavigate, useSearch } from '@tanstack/react-router';
import { after } from '../../api/after.ts';
import { api, call } from '../../api/client.ts';
import { asProblem } from '../../api/problem.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Details } from '../../ui/Details.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import type { Question } from '../money/question.ts';
import { moneyTexts } from '../money/texts.ts';
import { useActorName } from '../money/useActorName.ts';
import { useCompanies, useCompanyList } from '../money/useChoices.ts';
import { useDecider } from '../money/useDecider.ts';
import { ClaimsFrame } from './ClaimsFrame.tsx';
import { ruleTexts } from './ruleTexts.ts';

/** What a company decides by itself about claims in a currency. */
export function ClaimRulesPage() {
  const say = useSay(ruleTexts);
  const sayMoney = useSay(moneyTexts);
  const navigate = useNavigate({ from: '/claims/rules' });
  const address = useSearch({ from: '/claims/rules' });
  const companies = useCompanies();
  const { company = companies[0]?.id ?? '', currency = 'EUR' } = address;
  const isCurrency = /^[A-Z]{3}$/.test(currency);
  const asked = api.useQuery(
    'get',
    '/api/v1/claim-rules/{company}/{currency}',
    { params: { path: { company, currency } } },
    { enabled: company !== '' && isCurrency },
  );
  const rule = after(useCompanyList(), asked);
  const isNone = rule.error !== null && asProblem(rule.error).status === 404;
  return (
    <ClaimsFrame lead={say('lead')}>
      <FilterBar>
        <SelectField
          label={sayMoney('company')}
          choices={companies}
          value={company}
          onChange={(id) => void navigate({ search: (old) => ({ ...old, company: id }) })}
        />
        <TextField
          label={say('currency')}
          value={currency}
          onChange={(text) => void navigate({ search: (old) => ({ ...old, currency: text.toUpperCase() }) })}
        />
      </FilterBar>
      {rule.error !== null && !isNone && <Failure error={rule.error} onRetry={() => void rule.refetch()} />}
      {rule.isLoading && <Skeleton rows={4} />}
      {isNone && <Notice title={say('none')} />}
      {rule.data !== undefined && <Rule rule={rule.data} />}
      {isCurrency && company !== '' && !rule.isLoading && (
        <SetRule
          key={`${company} ${currency} ${rule.data?.version}`}
          place={{ company, currency }}
          rule={rule.data}
        />
      )}
    </ClaimsFrame>
  );
}

type ClaimRule = {
  readonly tolerance: { readonly amount: string; readonly percent: string };
  readonly writeOffLimit: string;
  readonly remindAfterDays: readonly number[];
  readonly answerDays: number | null;
  readonly byItself: readonly ('claims' | 'reminders')[];
  readonly version: number;
  readonly setBy: string;
  readonly at: string;
  readonly currency: string;
};

function Rule({ rule }: { readonly rule: ClaimRule }) {
  const say = useSay(ruleTexts);
  const { money, percent, instant, count, list } = useReader();
  const nameOf = useActorName();
  const { tolerance, writeOffLimit, currency, remindAfterDays, answerDays, byItself } = rule;
  return (
    <>
      <Details
        entries={[
          [say('toleranceAmount'), money(tolerance.amount, currency)],
          [say('tolerancePercent'), percent(tolerance.percent)],
          [say('writeOffLimit'), money(writeOffLimit, currency)],
          [
            say('remindAfter'),
            remindAfterDays.length === 0 ? say('noDays') : list(remindAfterDays.map(count)),
          ],
          [say('answerDays'), answerDays === null ? say('noDays') : count(answerDays)],
          [say('byItself'), byItself.map((what) => say(what)).join(' · ') || say('noDays')],
        ]}
      />
      <p>{say('version', { version: rule.version, name: nameOf(rule.setBy), instant: instant(rule.at) })}</p>
    </>
  );
}

type SetProps = {
  readonly place: { readonly company: string; readonly currency: string };
  readonly rule: ClaimRule | undefined;
};

function SetRule({ place, rule }: SetProps) {
  const say = useSay(ruleTexts);
  const { may, why } = useDecider({ scope: 'claims:approve', role: 'approver' });
  const has = (what: 'claims' | 'reminders') => (rule?.byItself.includes(what) ? 'yes' : '');
  const questions: readonly Question[] = [
    {
      ...{ id: 'amount', label: say('toleranceAmount'), kind: 'amount' },
      value: rule?.tolerance.amount ?? '0',
    },
    {
      ...{ id: 'percent', label: say('tolerancePercent'), kind: 'amount' },
      value: rule?.tolerance.percent ?? '0',
    },
    {
      ...{ id: 'writeOffLimit', label: say('writeOffLimit'), kind: 'amount' },
      value: rule?.writeOffLimit ?? '0',
    },
    {
      ...{ id: 'remind', label: say('remindAfter'), hint: say('remindHint'), isOptional: true },
      value: rule?.remindAfterDays.join(', '),
    },
    {
      ...{ id: 'answerDays', label: say('answerDays'), hint: say('answerHint'), isOptional: true },
      value: rule?.answerDays?.toString(),
    },
    { id: 'claims', label: say('claims'), kind: 'check', value: has('claims') },
    { id: 'reminders', label: say('reminders'), kind: 'check', value: has('reminders') },
  ];
  return (
    <Deeds why={why}>
      {may && (
        <Deed
          name={say('set')}
          lead={say('setLead')}
          questions={questions}
          done={say('done')}
          onDo={({ amount = '0', percent = '0', writeOffLimit = '0', remind = '', answerDays, ...said }) =>
            call.POST('/api/v1/claim-rules', {
              body: {
                ...place,
                tolerance: { amount, percent },
                writeOffLimit,
                remindAfterDays: (remind.match(/\d+/g) ?? []).map(Number),
                ...(answerDays !== undefined && { answerDays: Number(answerDays) }),
                byItself: (['claims', 'reminders'] as const).filter((what) => said[what] === 'yes'),
              },
            })
          }
        />
      )}
    </Deeds>
  );
}
