import { useNavigate } from '@tanstack/react-router';
import { useExplanation } from '../../explanation/useExplanation.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { SeeAsPartner } from '../../trial/SeeAsPartner.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Explained } from './Explained.tsx';
import { earningsTexts } from './texts.ts';

const LINES_AT_ONCE = 200;

/** The sheet of one amount. The address says whose it is, so that it can be sent to somebody, and "back" closes it. */
export function EarningSheet({ id }: { readonly id: string | undefined }) {
  const say = useSay(earningsTexts);
  const navigate = useNavigate({ from: '/earnings' });
  const close = () =>
    void navigate({
      search: ({ earning: _closed, term: _term, firstDay: _day, ...rest }) => rest,
      resetScroll: false,
    });
  const { query, ...reading } = useExplanation(id, LINES_AT_ONCE);
  const title = query.data?.earning.partnerName ?? say('workedOut');
  return (
    <Sheet title={title} isOpen={id !== undefined} onClose={close}>
      <Loaded query={query}>
        {(explained) => (
          <>
            <SeeAsPartner partner={explained.earning.partner} />
            <Explained explained={explained} {...reading} />
          </>
        )}
      </Loaded>
    </Sheet>
  );
}
