import { useSay } from '../../text/ReaderContext.tsx';
import { Page } from '../../ui/Page.tsx';
import { Allowed } from '../Allowed.tsx';
import { Balances } from './Balances.tsx';
import { Documents } from './Documents.tsx';
import { Payments } from './Payments.tsx';
import { Statement } from './Statement.tsx';
import { paymentsTexts } from './texts.ts';

/** What was paid, what is open between us and what changed it, the documents, and balances to confirm. */
export function PaymentsPage() {
  const say = useSay(paymentsTexts);
  return (
    <Page title={say('title')} lead={say('lead')}>
      <Allowed scope="claims:read" isPart>
        <Balances />
      </Allowed>
      <Payments />
      <Documents />
      <div id="statement">
        <Allowed scope="earnings:read" isPart>
          <Statement />
        </Allowed>
      </div>
    </Page>
  );
}
