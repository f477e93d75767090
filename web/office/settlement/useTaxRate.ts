import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { settlementTexts } from './texts.ts';

/** Writes a rate of tax; what is not taxed has none, and what stands for several has no rate of its own. */
export function useTaxRate(): (rate: string | null) => string | undefined {
  const say = useSay(settlementTexts);
  const { percent } = useReader();
  return (rate) => {
    if (rate === null) return undefined;
    return rate === 'none' ? say('untaxed') : percent(rate);
  };
}
