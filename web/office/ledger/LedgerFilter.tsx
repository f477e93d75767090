import type { ReactNode } from 'react';
import { useAddressText } from '../../shell/useAddressText.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { OnDay } from '../money/OnDay.tsx';
import { OfPartner, UnderAgreement } from '../money/OneOfMany.tsx';
import { OfCompany } from '../money/OneOrAll.tsx';
import { ledgerTexts } from './texts.ts';

export type LedgerSelection = {
  readonly company?: string;
  readonly partner?: string;
  readonly agreement?: string;
  /** The settlement or claim whose open item it is. */
  readonly item?: string;
  readonly from?: string;
  readonly until?: string;
};

type Props = {
  /** Which days are meant where the address says none. */
  readonly days?: { readonly from: string; readonly until: string };
  /** What else the list is narrowed by, and how the address calls it. */
  readonly more?: readonly string[];
  readonly children?: ReactNode;
};

const NAMES = ['company', 'partner', 'agreement', 'item', 'from', 'until'] as const;

/** Which part of the books is looked at. */
export function LedgerFilter({ days, more = [], children }: Props) {
  const say = useSay(ledgerTexts);
  const [item, setItem] = useAddressText('item');
  return (
    <FilterBar names={[...NAMES, ...more]}>
      <OfCompany />
      <OfPartner />
      <UnderAgreement />
      <TextField label={say('item')} value={item} onChange={setItem} />
      <OnDay name="from" label={say('from')} otherwise={days?.from} />
      <OnDay name="until" label={say('until')} otherwise={days?.until} />
      {children}
    </FilterBar>
  );
}
