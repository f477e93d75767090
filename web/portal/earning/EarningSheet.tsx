import { lazy, Suspense } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { earningTexts } from './texts.ts';

/** Loaded with the first amount that is opened: not before the overview stands. */
const EarningExplained = lazy(async () => ({
  default: (await import('./EarningExplained.tsx')).EarningExplained,
}));

type Props = { readonly id: string | undefined; readonly onClose: () => void };

/** The sheet of one amount. The address says whose it is, and "back" closes it. */
export function EarningSheet({ id, onClose }: Props) {
  const say = useSay(earningTexts);
  return (
    <Sheet title={say('title')} isOpen={id !== undefined} onClose={onClose}>
      {id !== undefined && (
        <Suspense fallback={<Skeleton />}>
          <EarningExplained id={id} />
        </Suspense>
      )}
    </Sheet>
  );
}
