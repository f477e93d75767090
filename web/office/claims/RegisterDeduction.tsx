import { call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import { moneyTexts } from '../money/texts.ts';
import { useCompanies, usePartners } from '../money/useChoices.ts';
import { useMay } from '../money/useMay.ts';
import { deductionTexts } from './deductionTexts.ts';

/** Keeps that a partner paid less than it was billed. */
export function RegisterDeduction() {
  const say = useSay(deductionTexts);
  const sayMoney = useSay(moneyTexts);
  const companies = useCompanies();
  const partners = usePartners();
  if (!useMay('claims:write')) return null;
  return (
    <Deed
      name={say('register')}
      kind="primary"
      lead={say('registerLead')}
      questions={[
        { id: 'partner', label: sayMoney('partner'), kind: 'find', choices: partners },
        {
          ...{ id: 'company', label: sayMoney('company'), kind: 'choice', choices: companies },
          value: companies[0]?.id,
        },
        { id: 'amount', label: say('amount'), kind: 'amount' },
        { id: 'currency', label: say('currency'), value: 'EUR' },
        { id: 'reference', label: say('reference') },
        { id: 'day', label: say('day'), kind: 'day', isOptional: true },
        { id: 'note', label: say('note'), kind: 'long', isOptional: true },
      ]}
      done={say('registered')}
      onDo={({ partner = '', company = '', amount = '', currency = '', reference = '', ...more }) =>
        call.POST('/api/v1/deductions', {
          body: { partner, company, amount, currency: currency.toUpperCase(), reference, ...more },
        })
      }
    />
  );
}
