import { useNavigate } from '@tanstack/react-router';
import { useSay } from '../../text/ReaderContext.tsx';
import type { Address } from '../money/addressOf.ts';
import { FilterBar } from '../money/FilterBar.tsx';
import { OnDay } from '../money/OnDay.tsx';
import { OfPartner, UnderAgreement } from '../money/OneOfMany.tsx';
import { OneOrAll } from '../money/OneOrAll.tsx';
import { SavedViews } from '../views/SavedViews.tsx';
import { viewFilterOf } from '../views/viewFilter.ts';
import { claimWords } from './claimWords.ts';
import { claimsTexts } from './texts.ts';

type Props = { readonly address: Address<(typeof NAMES)[number]> };

const NAMES = ['partner', 'agreement', 'claimant', 'day'] as const;

/** Narrows the claims: of whom, under what, by whom, and as of which day. */
export function ClaimFilter({ address }: Props) {
  const say = useSay(claimsTexts);
  const sayWord = useSay(claimWords);
  const navigate = useNavigate({ from: '/claims' });
  const claimants = [
    { id: 'us', name: sayWord('us') },
    { id: 'partner', name: sayWord('them') },
  ];
  return (
    <FilterBar names={NAMES}>
      <OfPartner />
      <UnderAgreement />
      <OneOrAll name="claimant" label={say('claimant')} choices={claimants} />
      <OnDay name="day" label={say('asOf')} />
      <SavedViews
        list="claims"
        filter={viewFilterOf(address, NAMES)}
        onChoose={(search) => void navigate({ search })}
      />
    </FilterBar>
  );
}
