import { useAddressText } from '../../shell/useAddressText.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import type { Choice } from '../../ui/choices.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { moneyTexts } from './texts.ts';
import { useCompanies } from './useChoices.ts';

type Props = {
  /** What it is called in the address. */
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** Where it stands while the address says nothing; without it, at all. */
  readonly usual?: string | undefined;
};

// A list cannot have the empty text as a choice.
const ALL = 'all';

/** Narrows a list to one of a few, or to none of them. */
export function OneOrAll({ name, label, choices, usual = ALL }: Props) {
  const say = useSay(moneyTexts);
  const [asked, set] = useAddressText(name);
  const isKnown = asked === ALL || choices.some(({ id }) => id === asked);
  return (
    <SelectField
      label={label}
      choices={[{ id: ALL, name: say('all') }, ...choices]}
      value={isKnown ? asked : usual}
      onChange={(id) => set(id === usual ? '' : id)}
    />
  );
}

export function OfCompany() {
  const say = useSay(moneyTexts);
  return <OneOrAll name="company" label={say('company')} choices={useCompanies()} />;
}
