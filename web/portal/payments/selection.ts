import { dayIn, said, textIn } from '../../shell/textsIn.ts';

/** Which statement is asked for, and what is open beside it, as the address keeps it. */
export type Asked = {
  readonly partner?: string;
  readonly company?: string;
  readonly from?: string;
  readonly until?: string;
  /** The payment that is open, and the amount behind it. */
  readonly payment?: string;
  readonly earning?: string;
};

export function askedIn({ from, until, ...rest }: Record<string, unknown>): Asked {
  const { partner, company, payment, earning } = rest;
  return said({
    partner: textIn(partner),
    company: textIn(company),
    from: dayIn(from),
    until: dayIn(until),
    payment: textIn(payment),
    earning: textIn(earning),
  });
}
