import { useNavigate } from '@tanstack/react-router';
import { useSay } from '../../text/ReaderContext.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type Address, narrowed } from '../money/addressOf.ts';
import { FilterBar } from '../money/FilterBar.tsx';
import { moneyTexts } from '../money/texts.ts';
import { useAgreements, usePartners } from '../money/useChoices.ts';
import { claimWords } from './claimWords.ts';
import { claimsTexts } from './texts.ts';

type Props = { readonly address: Address<'partner' | 'agreement' | 'claimant' | 'day'> };

/** Narrows the claims: of whom, under what, by whom, and as of which day. */
export function ClaimFilter({ address }: Props) {
  const say = useSay(claimsTexts);
  const sayMoney = useSay(moneyTexts);
  const sayWord = useSay(claimWords);
  const navigate = useNavigate({ from: '/claims' });
  const { partner = '', agreement = '', claimant = '', day = '' } = address;
  const narrow = (wanted: Readonly<Record<string, string>>) =>
    void navigate({ search: (old) => narrowed(old, wanted) });
  const isSet = [partner, agreement, claimant, day].some((text) => text !== '');
  return (
    <FilterBar onClear={isSet ? () => void navigate({ search: {} }) : undefined}>
      <ComboField
        label={sayMoney('partner')}
        placeholder={sayMoney('all')}
        choices={usePartners()}
        value={partner}
        onChange={(id) => narrow({ partner: id })}
      />
      <ComboField
        label={sayMoney('agreement')}
        placeholder={sayMoney('all')}
        choices={useAgreements()}
        value={agreement}
        onChange={(id) => narrow({ agreement: id })}
      />
      <SelectField
        label={say('claimant')}
        choices={[
          { id: 'all', name: sayMoney('all') },
          { id: 'us', name: sayWord('us') },
          { id: 'partner', name: sayWord('them') },
        ]}
        value={claimant === '' ? 'all' : claimant}
        onChange={(id) => narrow({ claimant: id === 'all' ? '' : id })}
      />
      <TextField label={say('asOf')} type="date" value={day} onChange={(text) => narrow({ day: text })} />
    </FilterBar>
  );
}
