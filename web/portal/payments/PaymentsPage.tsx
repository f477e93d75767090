import { useSay } from '../../text/ReaderContext.tsx';
import { Page } from '../../ui/Page.tsx';
import { Balances } from './Balances.tsx';
import { Documents } from './Documents.tsx';
import { Statement } from './Statement.tsx';
import { paymentsTexts } from './texts.ts';

/** What is open between us and what changed it, the documents, and balances to confirm. */
export function PaymentsPage() {
  const say = useSay(paymentsTexts);
  return (
    <Page title={say('title')} lead={say('lead')}>
      <Balances />
      <Statement />
      <Documents />
    </Page>
  );
}
