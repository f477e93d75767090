import { randomUUID } from 'node:crypto';
import { createTenant } from '../../../adapters/db/createTenant.ts';
import { createPerson } from '../../../app/access/createPerson.ts';
import { issueKey } from '../../../app/access/issueKey.ts';
import { SCOPES } from '../../../app/access/scope.ts';
import { type Actor, systemActor } from '../../../app/actor.ts';
import { decideBankAccount } from '../../../app/bank/decideBankAccount.ts';
import { setBankAccount } from '../../../app/bank/setBankAccount.ts';
import { setClaimRule } from '../../../app/claims/claimRules.ts';
import { setPayingAccount } from '../../../app/payments/payingAccounts.ts';
import { confirmPaymentRules, proposePaymentRules } from '../../../app/payments/paymentRules.ts';
import type { KeyPorts } from '../../../app/ports/keyRing.ts';
import type { TenantId } from '../../../app/ports.ts';
import { setCompanyParty, setDocumentSeries } from '../../../app/settlement/documentSettings.ts';
import type { ApiServer } from '../api/apiServer.ts';
import type { TestDatabase } from '../database.ts';
import { importMaster } from '../importMaster.ts';
import { PAYMENT_RULES, payingAccountText } from '../payments.ts';
import { dayOf, taken } from '../scenario.ts';
import { decimalOf } from '../trade.ts';
import { PERSONS, type PersonName } from './step.ts';

const IBANS: Readonly<Record<string, string>> = {
  HOFMANN: 'GB29NWBK60161331926819',
  KELLER: 'FR1420041010050500013M02606',
};

/** A tenant in which nothing has happened yet: who acts, with their keys, and whom the company trades with. */
export type MoneyStory = {
  readonly api: ApiServer;
  /** On a connection of its own, which nobody cuts. */
  readonly ports: KeyPorts;
  readonly tenant: TenantId;
  readonly keys: ReadonlyMap<PersonName, string>;
};

export async function openStory(database: TestDatabase, api: ApiServer): Promise<MoneyStory> {
  api.time.now = new Date('2025-12-01T12:00:00Z');
  const ports = { ...api.ports, store: database.store };
  const tenant = await createTenant(database.ownerUrl, {
    id: randomUUID(),
    code: `money-${randomUUID().slice(0, 8)}`,
    name: 'The story of the money',
    companies: [{ code: 'EU', name: 'Tea Traders', timeZone: 'UTC' }],
  });
  const persons = new Map<PersonName, Actor>();
  const keys = new Map<PersonName, string>();
  for (const name of PERSONS) {
    const { id } = taken(await createPerson(ports, tenant, { login: name, name }, systemActor('cli')));
    const holder = { kind: 'person', id } as const;
    const expiresAt = new Date('2026-12-01T12:00:00Z');
    const wanted = { holder, label: 'story', scopes: SCOPES, expiresAt };
    persons.set(name, holder);
    keys.set(name, taken(await issueKey(ports, tenant, wanted, systemActor('cli'))).text);
  }
  const [anna, ben] = ['anna', 'ben'].map((name) => persons.get(name as PersonName)) as [Actor, Actor];
  await settingUp(ports, tenant, anna);
  await bankDetails(ports, tenant, anna, ben);
  return { api, ports, tenant, keys };
}

async function settingUp(ports: KeyPorts, tenant: TenantId, actor: Actor): Promise<void> {
  const partner = (code: string, name: string) => {
    return { kind: 'partner' as const, code, name, attributes: { country: 'AT', city: 'Wien' } };
  };
  const rows = [
    partner('HOFMANN', 'Hofmann Märkte'),
    partner('KELLER', 'Keller & Söhne'),
    partner('LINDE', 'Linde Blatt GmbH'),
    { kind: 'product' as const, code: 'TEA', name: 'Tea', attributes: {} },
  ];
  taken(await importMaster(ports, tenant, rows, actor));
  const party = { name: 'Tea Traders GmbH', addressLines: ['Ring 1'], country: 'AT', taxId: 'ATU12345678' };
  taken(await setCompanyParty(ports, tenant, { actor, company: 'EU', party }));
  for (const [kind, series] of [
    ['creditNote', 'CN'],
    ['debitNote', 'DN'],
  ] as const) {
    const numbered = { company: 'EU', kind, series, numberedBy: 'here' } as const;
    taken(await setDocumentSeries(ports, tenant, { ...numbered, actor }));
  }
  const rule = {
    ...{ company: 'EU', currency: 'EUR', remindAfterDays: [1, 15], writeOffLimit: decimalOf('5') },
    tolerance: { amount: decimalOf('0.05'), percent: decimalOf('1') },
  };
  taken(await setClaimRule(ports, tenant, rule, actor));
}

/** Where partners are paid, said by one person and approved by another, long enough ago to be paid to. */
async function bankDetails(ports: KeyPorts, tenant: TenantId, anna: Actor, ben: Actor): Promise<void> {
  taken(await proposePaymentRules(ports, tenant, { actor: anna, parsed: PAYMENT_RULES }));
  taken(await confirmPaymentRules(ports, tenant, { actor: ben, version: 1 }));
  const paying = payingAccountText({ company: 'EU' });
  taken(await setPayingAccount(ports, tenant, { actor: anna, parsed: paying }));
  for (const [partner, iban] of Object.entries(IBANS)) {
    const account = { holder: partner, iban };
    const entry = { partner, validFrom: dayOf('2025-12-01'), account, actor: anna };
    const { batch = 0 } = taken(await setBankAccount(ports, tenant, entry));
    const verdict = { partner, batch, is: 'approved', reason: 'called', actor: ben } as const;
    taken(await decideBankAccount(ports, tenant, verdict));
  }
}
