import { call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useCompanies, usePartners } from '../money/useChoices.ts';
import { useMay } from '../money/useMay.ts';
import { fundTexts } from './fundTexts.ts';

/** Sets money aside, and gives back to the funds what nobody claimed in time. */
export function OpenFund() {
  const say = useSay(fundTexts);
  const companies = useCompanies();
  const partners = usePartners();
  const mayOpen = useMay('claims:approve');
  const mayExpire = useMay('claims:write');
  return (
    <Deeds>
      {mayOpen && (
        <Deed
          name={say('open')}
          kind="primary"
          lead={say('openLead')}
          questions={[
            { id: 'code', label: say('code') },
            {
              ...{ id: 'company', label: say('company'), kind: 'choice', choices: companies },
              value: companies[0]?.id,
            },
            { id: 'currency', label: say('currency'), value: 'EUR' },
            { id: 'budget', label: say('budget'), kind: 'amount' },
            { id: 'percent', label: say('percent'), kind: 'amount' },
            { id: 'firstDay', label: say('firstDay'), kind: 'day' },
            { id: 'lastDay', label: say('lastDay'), kind: 'day' },
            { id: 'claimDays', label: say('claimDays'), value: '60' },
            {
              ...{ id: 'partner', label: say('onlyPartner'), kind: 'find', choices: partners },
              isOptional: true,
            },
          ]}
          done={say('opened')}
          onDo={({ code = '', company = '', currency = '', budget = '', percent = '', ...said }) =>
            call.POST('/api/v1/funds', {
              body: {
                ...{ code, company, currency: currency.toUpperCase(), budget, percent },
                ...{ firstDay: said.firstDay ?? '', lastDay: said.lastDay ?? '' },
                claimDays: Number(said.claimDays),
                ...(said.partner !== undefined && { partner: said.partner }),
              },
            })
          }
        />
      )}
      {mayExpire && (
        <Deed
          name={say('expire')}
          lead={say('expireLead')}
          done={say('expired')}
          onDo={() => call.POST('/api/v1/funds/expiry', { body: {} })}
        />
      )}
    </Deeds>
  );
}
