import type { Answer } from '../../api/answer.ts';
import { api, call } from '../../api/client.ts';
import { isSameFigure } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Details } from '../../ui/Details.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { PaidDocument } from './PaidDocument.tsx';
import { PaymentState } from './PaymentState.tsx';
import styles from './Payments.module.css';
import { paymentsTexts } from './texts.ts';

type Payment = Answer<'readOwnPayment'>;

const FORMS = ['pdf', 'xlsx', 'csv'] as const;

type Props = { readonly id: string | undefined; readonly onClose: () => void };

/** One payment: where it stands, which documents it pays, and how each amount on them was earned. */
export function PaymentSheet({ id, onClose }: Props) {
  const say = useSay(paymentsTexts);
  const path = { id: id ?? '' };
  const found = api.useQuery(
    'get',
    '/api/v1/portal/payments/{id}',
    { params: { path } },
    { enabled: id !== undefined },
  );
  return (
    <Sheet title={say('payment')} isOpen={id !== undefined} onClose={onClose}>
      <Loaded query={found}>{(payment) => <PaymentBody payment={payment} />}</Loaded>
    </Sheet>
  );
}

function PaymentBody({ payment }: { readonly payment: Payment }) {
  const say = useSay(paymentsTexts);
  const { day, money } = useReader();
  const { amount, returned, currency, state, documents, companyName, executionDay, bankReference } = payment;
  return (
    <>
      <p className={styles.amount}>
        <Amount exact={amount} currency={currency} isLarge /> <PaymentState state={state} />
      </p>
      <Details
        entries={[
          [say('payer'), companyName],
          [say('executedOn'), day(executionDay)],
          [say('bankReference'), bankReference],
          [say('cameBack'), isSameFigure(returned, '0') ? undefined : money(returned, currency)],
        ]}
      />
      <p className={styles.files}>
        <Advice payment={payment} />
      </p>
      <Section title={say('paidFor')} lead={say('paidForLead')}>
        {documents.map((document) => (
          <PaidDocument key={document.settlement} document={document} currency={currency} />
        ))}
      </Section>
      <Heard payment={payment} />
    </>
  );
}

function Advice({ payment: { id, bankReference } }: { readonly payment: Payment }) {
  const say = useSay(paymentsTexts);
  const { language } = useReader();
  return FORMS.map((format) => (
    <DownloadButton
      key={format}
      name={`remittance-${bankReference}.${format}`}
      onAsk={(signal) =>
        call.GET('/api/v1/portal/payments/{id}/remittance-advice', {
          params: { path: { id }, query: { format, lang: language } },
          parseAs: 'blob',
          signal,
        })
      }
    >
      {say(`advice.${format}`)}
    </DownloadButton>
  ));
}

/** What became of the payment, in the order of hearing. */
function Heard({ payment: { heard, currency } }: { readonly payment: Payment }) {
  const say = useSay(paymentsTexts);
  const { instant, money } = useReader();
  if (heard.length === 0) return null;
  return (
    <Section title={say('heard')}>
      <ol className={styles.heard}>
        {heard.map(({ state, amount, at }) => (
          <li key={`${at} ${state}`}>
            <PaymentState state={state} /> {money(amount, currency)} · {instant(at)}
          </li>
        ))}
      </ol>
    </Section>
  );
}
