import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Figures, KeyCount, KeyFigure } from '../../ui/Figures.tsx';
import { trustTexts } from './texts.ts';
import type { TrustOverview } from './trustTypes.ts';

type AmountName = 'atRisk' | 'prevented' | 'recovered';
const AMOUNTS: readonly AmountName[] = ['atRisk', 'prevented', 'recovered'];

/** What waits, what is at stake, and what was saved: never added up over currencies. */
export function CaseFigures({ figures }: { readonly figures: TrustOverview['figures'] }) {
  const say = useSay(trustTexts);
  const { count } = useReader();
  const { cases, held, unassigned, amounts } = figures;
  return (
    <Figures>
      <KeyFigure title={say('openCases')} note={say('openNote', { held, unassigned })}>
        <KeyCount>{count(cases.open + cases.underWay)}</KeyCount>
      </KeyFigure>
      {AMOUNTS.map((name) => (
        <KeyFigure key={name} title={say(name)}>
          {amounts.length === 0
            ? say('noMoney')
            : amounts.map((one) => (
                <p key={one.currency}>
                  <Amount exact={one[name]} currency={one.currency} isLarge />
                </p>
              ))}
        </KeyFigure>
      ))}
    </Figures>
  );
}
