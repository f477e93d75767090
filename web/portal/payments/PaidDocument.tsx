import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/answer.ts';
import { isSameFigure } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { QuestionAmount } from '../claims/QuestionAmount.tsx';
import { DocumentFile } from './DocumentFile.tsx';
import styles from './Payments.module.css';
import { paymentsTexts } from './texts.ts';

type Paid = Answer<'readOwnPayment'>['documents'][number];

type Props = { readonly document: Paid; readonly currency: string };

/** A document that a payment pays: how much of it, and what each part of it was earned by. */
export function PaidDocument({ document, currency }: Props) {
  const say = useSay(paymentsTexts);
  const { day, money } = useReader();
  const { settlement, number, issuedOn, gross, withheld, paid, returned, parts } = document;
  const isSome = (amount: string) => !isSameFigure(amount, '0');
  return (
    <div className={styles.card}>
      <p className={styles.head}>
        <strong>{number}</strong>
        <strong>{money(paid, currency)}</strong>
      </p>
      <p className={styles.quiet}>
        {[
          say('issued', { day: day(issuedOn) }),
          say('grossOf', { amount: money(gross, currency) }),
          isSome(withheld) && say('withheldOf', { amount: money(withheld, currency) }),
          isSome(returned) && say('returnedOf', { amount: money(returned, currency) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul>
        {parts.map((part) => (
          <PaidPart
            key={`${part.agreement} ${part.term} ${part.window.firstDay}`}
            part={part}
            currency={currency}
          />
        ))}
      </ul>
      <p className={styles.files}>
        <DocumentFile settlement={settlement} number={number} />
      </p>
    </div>
  );
}

function PaidPart({ part, currency }: { readonly part: Paid['parts'][number]; readonly currency: string }) {
  const say = useSay(paymentsTexts);
  const { name, span, money } = useReader();
  const { agreement, agreementName, term, window, net, earning } = part;
  return (
    <li className={styles.part}>
      <div>
        <span>{agreementName === null ? agreement : name(agreementName)}</span>
        <p className={styles.quiet}>{[term, span(window)].join(' · ')}</p>
        {earning !== null && (
          <div className={styles.files}>
            <Link to="/payments" search={(old) => ({ ...old, earning })} resetScroll={false}>
              {say('howSo')}
            </Link>
            <QuestionAmount amount={{ earning, agreement, term, firstDay: window.firstDay }} />
          </div>
        )}
      </div>
      <span>{say('net', { amount: money(net, currency) })}</span>
    </li>
  );
}
