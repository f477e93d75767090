import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { earningTexts } from './texts.ts';

/** Loaded with the first amount that is opened: not before the overview stands. */
const EarningExplained = lazy(async () => ({
  default: (await import('./EarningExplained.tsx')).EarningExplained,
}));

/** The sheet of one amount. The address says whose it is, and "back" closes it. */
export function EarningSheet({ id }: { readonly id: string | undefined }) {
  const say = useSay(earningTexts);
  const navigate = useNavigate({ from: '/' });
  const close = () => void navigate({ search: {}, resetScroll: false });
  return (
    <Sheet title={say('title')} isOpen={id !== undefined} onClose={close}>
      {id !== undefined && (
        <Suspense fallback={<Skeleton />}>
          <EarningExplained id={id} />
        </Suspense>
      )}
    </Sheet>
  );
}
