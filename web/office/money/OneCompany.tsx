import { useAddressText } from '../../shell/useAddressText.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import type { Help } from '../../ui/FieldHelp.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { moneyTexts } from './texts.ts';
import { useCompanies } from './useChoices.ts';

/** The company of ours that the address names, or the first: what is shown is always of one. */
export function useOneCompany() {
  const companies = useCompanies();
  const [asked] = useAddressText('company');
  return companies.find(({ id }) => id === asked) ?? companies[0];
}

/** Of which company of ours the page is. */
export function OneCompany({ help }: { readonly help?: Help | undefined }) {
  const say = useSay(moneyTexts);
  const [, set] = useAddressText('company');
  return (
    <SelectField
      label={say('company')}
      choices={useCompanies()}
      value={useOneCompany()?.id ?? ''}
      onChange={set}
      help={help}
    />
  );
}
