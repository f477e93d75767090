import { call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useCompanies, usePartners } from '../money/useChoices.ts';
import { useDecider } from '../money/useDecider.ts';
import { accountTexts } from './accountTexts.ts';

/** Says where a partner is paid from a day on; another person decides. */
export function SayBankAccount() {
  const say = useSay(accountTexts);
  const partners = usePartners();
  const today = useCompanies()[0]?.today;
  const { may } = useDecider({ scope: 'bank:write', role: 'payer' });
  const partner = { id: 'partner', label: say('partner'), kind: 'find', choices: partners } as const;
  const from = { id: 'validFrom', label: say('validFrom'), kind: 'day', value: today } as const;
  return (
    <Deeds>
      {may && (
        <>
          <Deed
            name={say('say')}
            lead={say('sayLead')}
            questions={[
              partner,
              { id: 'holder', label: say('holder') },
              { id: 'iban', label: say('iban'), isOptional: true },
              { id: 'bic', label: say('bic'), isOptional: true },
              { id: 'number', label: say('number'), isOptional: true },
              { id: 'bankCode', label: say('bankCode'), isOptional: true },
              from,
            ]}
            done={say('saidDone')}
            onDo={({ partner: code = '', validFrom = '', holder = '', ...more }) =>
              call.PUT('/api/v1/partners/{code}/bank-account', {
                params: { path: { code } },
                body: { validFrom, account: { holder, ...more } },
              })
            }
          />
          <Deed
            name={say('end')}
            kind="danger"
            lead={say('endLead')}
            questions={[partner, from]}
            done={say('endDone')}
            onDo={({ partner: code = '', validFrom = '' }) =>
              call.PUT('/api/v1/partners/{code}/bank-account', {
                params: { path: { code } },
                body: { validFrom, account: null },
              })
            }
          />
        </>
      )}
    </Deeds>
  );
}
