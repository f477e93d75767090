import { textIn } from '../../shell/paging.ts';

/** Which statement is asked for, as the address keeps it. */
export type Asked = {
  readonly partner?: string;
  readonly company?: string;
  readonly from?: string;
  readonly until?: string;
};

export function askedIn({ partner, company, from, until }: Record<string, unknown>): Asked {
  const given = {
    partner: textIn(partner),
    company: textIn(company),
    from: dayIn(from),
    until: dayIn(until),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function dayIn(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}
