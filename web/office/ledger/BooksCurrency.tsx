import { useState } from 'react';
import { api, call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Details } from '../../ui/Details.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import type { Question } from '../money/question.ts';
import { moneyTexts } from '../money/texts.ts';
import { useCompanies } from '../money/useChoices.ts';
import { useDecider } from '../money/useDecider.ts';
import { currencyTexts } from './currencyTexts.ts';

/** In which currency the books of a company are kept, and by which rates: said once. */
export function BooksCurrency() {
  const say = useSay(currencyTexts);
  const sayMoney = useSay(moneyTexts);
  const { count } = useReader();
  const companies = useCompanies();
  const [chosen, setCompany] = useState('');
  const [isAsked, ask] = useState(false);
  const company = chosen === '' ? (companies[0]?.id ?? '') : chosen;
  const found = api.useQuery(
    'get',
    '/api/v1/ledger/currency',
    { params: { query: { company } } },
    { enabled: company !== '' && isAsked },
  );
  const policy = found.data;
  return (
    <>
      <FilterBar>
        <SelectField label={sayMoney('company')} choices={companies} value={company} onChange={setCompany} />
      </FilterBar>
      {!isAsked && <Button onPress={() => ask(true)}>{say('look')}</Button>}
      {found.error !== null && <Failure error={found.error} />}
      {policy !== undefined && (
        <Details
          entries={[
            [say('currency'), policy.currency],
            [say('rateType'), policy.rateType],
            [say('rateOn'), say(`on.${policy.rateOn}`)],
            [say('path'), typeof policy.path === 'string' ? say(`path.${policy.path}`) : policy.path.through],
            [
              say('fallback'),
              policy.fallback === 'blocked' ? say('blocked') : count(policy.fallback.previousDays),
            ],
          ]}
        />
      )}
      <SetCurrency company={company} />
    </>
  );
}

function SetCurrency({ company }: { readonly company: string }) {
  const say = useSay(currencyTexts);
  const { may, why } = useDecider({ scope: 'ledger:write', role: 'finance' });
  const choice = (id: string, choices: readonly (readonly [string, string])[]): Question => ({
    ...{ id, label: say(id as 'rateOn'), kind: 'choice', value: choices[0]?.[0] },
    choices: choices.map(([key, name]) => ({ id: key, name })),
  });
  return (
    <Deeds why={why}>
      {may && company !== '' && (
        <Deed
          key={company}
          name={say('set')}
          lead={say('lead')}
          questions={[
            { id: 'currency', label: say('currency'), value: 'EUR' },
            { id: 'rateType', label: say('rateType'), value: 'closing' },
            choice('rateOn', [
              ['effective', say('on.effective')],
              ['booked', say('on.booked')],
            ]),
            choice('path', [
              ['direct', say('path.direct')],
              ['inverse', say('path.inverse')],
            ]),
            { id: 'through', label: say('through'), isOptional: true },
            { id: 'days', label: say('fallback'), isOptional: true, hint: say('fallbackHint') },
          ]}
          done={say('done')}
          onDo={({ currency = '', rateType = '', rateOn, path, through, days }) =>
            call.PUT('/api/v1/ledger/currency', {
              body: {
                ...{ company, currency: currency.toUpperCase(), rateType },
                rateOn: rateOn === 'booked' ? 'booked' : 'effective',
                path:
                  through === undefined
                    ? path === 'inverse'
                      ? 'inverse'
                      : 'direct'
                    : { through: through.toUpperCase() },
                fallback: days === undefined ? 'blocked' : { previousDays: Number(days) },
              },
            })
          }
        />
      )}
    </Deeds>
  );
}
