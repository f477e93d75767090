import { useAddressText } from '../../shell/useAddressText.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import type { Choice } from '../../ui/choices.ts';
import type { Help } from '../../ui/FieldHelp.tsx';
import { moneyTexts } from './texts.ts';
import { useAgreements, usePartners } from './useChoices.ts';

type Props = {
  /** What it is called in the address. */
  readonly name: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly choices: readonly Choice[];
  readonly help?: Help | undefined;
};

/** Narrows a list to one of many, which is found by typing; nothing is all. */
export function OneOfMany({ name, placeholder, ...rest }: Props) {
  const say = useSay(moneyTexts);
  const [value, onChange] = useAddressText(name);
  return <ComboField {...rest} placeholder={placeholder ?? say('all')} value={value} onChange={onChange} />;
}

type Known = { readonly placeholder?: string; readonly help?: Help | undefined };

export function OfPartner(known: Known) {
  const say = useSay(moneyTexts);
  return <OneOfMany {...known} name="partner" label={say('partner')} choices={usePartners()} />;
}

export function UnderAgreement(known: Known) {
  const say = useSay(moneyTexts);
  return <OneOfMany {...known} name="agreement" label={say('agreement')} choices={useAgreements()} />;
}
