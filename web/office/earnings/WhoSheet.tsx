import { useNavigate } from '@tanstack/react-router';
import { useSay } from '../../text/ReaderContext.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import type { Selection } from './selection.ts';
import { WhoQualifies } from './WhoQualifies.tsx';
import { whyTexts } from './whyTexts.ts';

/** Who qualifies under the agreement that is chosen, or why the partner that is chosen does not. */
export function WhoSheet({ selection: { agreement, partner, who } }: { readonly selection: Selection }) {
  const say = useSay(whyTexts);
  const navigate = useNavigate({ from: '/earnings' });
  const close = () => void navigate({ search: ({ who: _closed, ...rest }) => rest, resetScroll: false });
  const isOpen = who === true && agreement !== undefined;
  return (
    <Sheet title={say('whyNot')} isOpen={isOpen} onClose={close}>
      {isOpen && <WhoQualifies agreement={agreement} partner={partner} />}
    </Sheet>
  );
}
