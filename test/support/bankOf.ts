import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCamt } from '../../adapters/files/statements/readCamt.ts';
import type { Actor } from '../../app/actor.ts';
import { decideBankAccount } from '../../app/bank/decideBankAccount.ts';
import { setBankAccount } from '../../app/bank/setBankAccount.ts';
import { approveRun } from '../../app/payments/decideRun.ts';
import { importStatement } from '../../app/payments/importStatement.ts';
import { setPayingAccount } from '../../app/payments/payingAccounts.ts';
import { confirmPaymentRules, proposePaymentRules } from '../../app/payments/paymentRules.ts';
import { proposeRun } from '../../app/payments/proposeRun.ts';
import { sendRun } from '../../app/payments/sendRun.ts';
import { type ShownPayment, showRun, takePaymentFile } from '../../app/payments/showRuns.ts';
import { type CamtEntry, camtText } from './camtText.ts';
import { PAYMENT_RULES, payingAccountText } from './payments.ts';
import { dayOf, type Scenario, taken } from './scenario.ts';
import { testKeys } from './testKeys.ts';

const person = (id: string): Actor => ({ kind: 'person', id });
const [ANNA, BEN, CARLA, DORA] = ['anna', 'ben', 'carla', 'dora'].map(person) as [Actor, Actor, Actor, Actor];

/** Accounts of ours, and those of partners, by their currency and code. */
const OURS = { EUR: 'DE89370400440532013000', USD: 'GB29NWBK60161331926819' } as const;
const THEIRS = 'FR1420041010050500013M02606';

/** The bank of a story: what is due leaves in a file, and comes back as an entry of its statement. */
export type Bank = {
  /** Proposed, approved and sent by three persons on this day, of what is due by a day; the payments of the file. */
  readonly pays: (
    currency: keyof typeof OURS,
    day: string,
    dueUntil?: string,
  ) => Promise<readonly ShownPayment[]>;
  /** The texts of all files that were sent, by their runs. */
  readonly files: ReadonlyMap<string, string>;
  /** What came in on a day, with what whoever paid has written: matched entries. */
  readonly receives: (
    currency: keyof typeof OURS,
    day: string,
    cents: bigint,
    remittance: string,
  ) => Promise<number>;
  /** What the bank has booked of payments on a day: matched entries. */
  readonly books: (payments: readonly ShownPayment[], day: string) => Promise<number>;
};

/** Sets rules, accounts in euros and dollars, and one for each partner, approved long ago. */
export async function bankOf(
  { ports: own, tenant, on }: Scenario,
  {
    company,
    partners,
    since,
  }: { readonly company: string; readonly partners: readonly string[]; readonly since: string },
): Promise<Bank> {
  const ports = { ...own, keys: testKeys(1) };
  on(since);
  const [limits] = PAYMENT_RULES.limits;
  const rules = { ...PAYMENT_RULES, limits: Object.keys(OURS).map((currency) => ({ ...limits, currency })) };
  taken(await proposePaymentRules(ports, tenant, { actor: ANNA, parsed: rules }));
  taken(await confirmPaymentRules(ports, tenant, { actor: BEN, version: 1 }));
  for (const [currency, iban] of Object.entries(OURS)) {
    const account = { holder: company, iban, bic: 'COBADEFFXXX' };
    const parsed = payingAccountText(
      { code: currency, company, currency, account },
      { scheme: 'other', charges: 'SHAR' },
    );
    taken(await setPayingAccount(ports, tenant, { actor: CARLA, parsed }));
  }
  for (const partner of partners) {
    const account = { holder: partner, iban: THEIRS, bic: 'PSSTFRPPXXX' };
    const entry = { partner, validFrom: dayOf(since), account, actor: ANNA };
    const { batch = 0 } = taken(await setBankAccount(ports, tenant, entry));
    const verdict = { partner, batch, is: 'approved', reason: 'called', actor: BEN } as const;
    taken(await decideBankAccount(ports, tenant, verdict));
  }
  const files = new Map<string, string>();
  const brought = async (currency: keyof typeof OURS, entries: readonly CamtEntry[]) => {
    const text = camtText(OURS[currency], entries, 1_000_000n, currency);
    const statements = await asFile(text, (path) => readCamt(path, 'statement.xml'));
    const sha256 = createHash('sha256').update(text).digest('hex');
    const file = { name: 'statement.xml', sha256, statements: taken(statements), actor: DORA };
    const [outcome] = taken(await importStatement(ports, tenant, file));
    return outcome?.matched ?? 0;
  };
  return {
    files,
    receives: (currency, day, cents, remittance) => {
      on(day);
      return brought(currency, [{ reference: `${day} ${remittance} ${cents}`, on: day, cents, remittance }]);
    },
    pays: async (currency, day, dueUntil = '2026-12-31') => {
      on(day);
      const due = { account: currency, dueUntil: dayOf(dueUntil), executionDay: dayOf(day) };
      const methods = ['payment', 'creditNote'] as const;
      const { run } = taken(await proposeRun(ports, tenant, { ...due, methods, actor: ANNA }));
      taken(await approveRun(ports, tenant, { id: run.id, actor: BEN }));
      taken(await sendRun(ports, tenant, { id: run.id, actor: CARLA }));
      const file = taken(await takePaymentFile(ports, tenant, { id: run.id, actor: CARLA }));
      files.set(run.id, file.text);
      return taken(await showRun(ports, tenant, run.id)).payments;
    },
    books: async (payments, day) => {
      on(day);
      const [first] = payments;
      if (first === undefined) return 0;
      const currency = first.currency as keyof typeof OURS;
      const entries = payments.map(({ endToEndId, minor }, index) => ({
        ...{ reference: `${day} ${index}`, on: day, cents: -minor, endToEndId },
      }));
      return brought(currency, entries);
    },
  };
}

async function asFile<T>(text: string, read: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'openrebate-bank-'));
  try {
    await writeFile(join(folder, 'statement.xml'), text);
    return await read(join(folder, 'statement.xml'));
  } finally {
    await rm(folder, { recursive: true });
  }
}
