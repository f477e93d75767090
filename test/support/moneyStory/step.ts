import type { InjectOptions } from 'fastify';

/** Who acts in the stories; each is one pair of eyes. */
export const PERSONS = ['anna', 'ben', 'carla', 'dora'] as const;
export type PersonName = (typeof PERSONS)[number];

/** Ids and texts that answers have told, by the names that the story gives them. */
export type Found = Readonly<Record<string, string>>;

/** A request of a person; what is kept of its answer, later requests may name. */
export type Asked = {
  readonly by: PersonName;
  readonly ask: (found: Found) => InjectOptions;
  // biome-ignore lint/suspicious/noExplicitAny: each answer has a shape of its own.
  readonly keep?: (answer: any) => Found;
};

/** What the program does by itself: it books what has changed, or binds the audit trail. */
type Worked = { readonly work: 'calculate' | 'link' };

export type Deed = Asked | Worked;

/** One row of the story: what happens on a day, after which every account holds what the page says. */
export type Step = { readonly name: string; readonly day: string; readonly deeds: readonly Deed[] };

/** A request that writes, with a body. */
export function post(
  by: PersonName,
  url: string | ((found: Found) => string),
  payload: object | ((found: Found) => object) = {},
  keep?: Asked['keep'],
): Asked {
  const ask = (found: Found): InjectOptions => ({
    method: 'POST',
    url: `/api/v1/${typeof url === 'string' ? url : url(found)}`,
    payload: typeof payload === 'function' ? (payload as (found: Found) => object)(found) : payload,
  });
  return { by, ask, ...(keep && { keep }) };
}

/** A new agreement, handed in by one person and approved by another one. */
export function agreed(text: object, amount: string): readonly Deed[] {
  const submit = { of: 'expected', amount };
  return [
    post('anna', 'proposals', { text, submit }, ({ proposal }) => ({ proposal })),
    post('ben', ({ proposal }) => `proposals/${proposal}/approvals`, { submission: 1 }),
  ];
}

const FIELDS = { line: '1', company: 'EU', product: 'TEA', quantity: '1', unit: 'EA', currency: 'EUR' };

/** Lines of invoices as another system sends them; each has to come in. */
export function lines(...items: readonly Readonly<Record<string, string>>[]): Asked {
  const body = { source: 'erp', mode: 'allOrNothing', items: items.map((item) => ({ ...FIELDS, ...item })) };
  return post('anna', 'lines', body);
}

/** What the bank says, as a file. */
export function statement(by: PersonName, text: (found: Found) => string): Asked {
  return {
    by,
    ask: (found) => ({
      method: 'POST',
      url: '/api/v1/bank-statements?name=statement.xml',
      headers: { 'content-type': 'application/xml' },
      payload: text(found),
    }),
  };
}

/** The daily calculation, then the month is closed. */
export function closing(...months: readonly string[]): readonly Deed[] {
  const closed = months.map((month) =>
    post('dora', 'ledger/months/close', { company: 'EU', month: `${month}-01`, waivers: {} }, ({ hash }) => ({
      [`hash of ${month}`]: hash,
    })),
  );
  return [{ work: 'calculate' }, ...closed];
}

/** The trail is bound, and checked entry by entry. */
export const AUDITED: readonly Deed[] = [
  { work: 'link' },
  {
    by: 'dora',
    ask: () => ({ method: 'GET', url: '/api/v1/audit/verification' }),
    keep: ({ findings, waiting }) => ({
      findings: String(findings.length),
      waiting: String(waiting),
    }),
  },
];
