import type { ReactNode } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { moneyTexts } from '../money/texts.ts';
import { useAgreements, useCompanies, usePartners } from '../money/useChoices.ts';
import { ledgerTexts } from './texts.ts';

export type LedgerSelection = {
  readonly company?: string;
  readonly partner?: string;
  readonly agreement?: string;
  readonly from?: string;
  readonly until?: string;
};

type Props = {
  readonly selection: LedgerSelection;
  readonly onNarrow: (wanted: Readonly<Record<string, string>>) => void;
  readonly onClear: () => void;
  readonly children?: ReactNode;
};

/** Which part of the books is looked at. */
export function LedgerFilter({ selection, onNarrow, onClear, children }: Props) {
  const say = useSay(ledgerTexts);
  const sayMoney = useSay(moneyTexts);
  const { company = '', partner = '', agreement = '', from = '', until = '' } = selection;
  const isSet = [company, partner, agreement, from, until].some((text) => text !== '');
  const all = { id: 'all', name: sayMoney('all') };
  return (
    <FilterBar onClear={isSet ? onClear : undefined}>
      <SelectField
        label={sayMoney('company')}
        choices={[all, ...useCompanies()]}
        value={company === '' ? 'all' : company}
        onChange={(id) => onNarrow({ company: id === 'all' ? '' : id })}
      />
      <ComboField
        label={sayMoney('partner')}
        placeholder={sayMoney('all')}
        choices={usePartners()}
        value={partner}
        onChange={(id) => onNarrow({ partner: id })}
      />
      <ComboField
        label={sayMoney('agreement')}
        placeholder={sayMoney('all')}
        choices={useAgreements()}
        value={agreement}
        onChange={(id) => onNarrow({ agreement: id })}
      />
      <TextField label={say('from')} type="date" value={from} onChange={(text) => onNarrow({ from: text })} />
      <TextField
        label={say('until')}
        type="date"
        value={until}
        onChange={(text) => onNarrow({ until: text })}
      />
      {children}
    </FilterBar>
  );
}
