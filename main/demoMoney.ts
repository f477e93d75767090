import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPerson } from '../app/access/createPerson.ts';
import { type Actor, systemActor } from '../app/actor.ts';
import { decideBankAccount } from '../app/bank/decideBankAccount.ts';
import { listAccountChanges } from '../app/bank/listAccountChanges.ts';
import { setBankAccount } from '../app/bank/setBankAccount.ts';
import { businessDay } from '../app/businessDay.ts';
import { answerClaim, type LineAnswer } from '../app/claims/answerClaim.ts';
import { setClaimRule } from '../app/claims/claimRules.ts';
import { raiseClaims } from '../app/claims/raiseClaims.ts';
import { approveRun } from '../app/payments/decideRun.ts';
import { setPayingAccount } from '../app/payments/payingAccounts.ts';
import { confirmPaymentRules, paymentRulesNow, proposePaymentRules } from '../app/payments/paymentRules.ts';
import { proposeRun } from '../app/payments/proposeRun.ts';
import { sendRun } from '../app/payments/sendRun.ts';
import type { StoredClaim } from '../app/ports/claimStore.ts';
import type { KeyPorts } from '../app/ports/keyRing.ts';
import type { TenantId } from '../app/ports.ts';
import { approveSettlement } from '../app/settlement/approveSettlement.ts';
import { setCompanyParty, setDocumentSeries } from '../app/settlement/documentSettings.ts';
import { issueSettlement } from '../app/settlement/issueSettlement.ts';
import { proposeSettlement } from '../app/settlement/proposeSettlement.ts';
import { listSettlements } from '../app/settlement/showSettlements.ts';
import type { BankAccountTexts } from '../core/bank/bankAccount.ts';
import type { LocalDate } from '../core/calendar/localDate.ts';
import { moneyText } from '../core/money/money.ts';
import { accept, type Result } from '../core/refusal/refusals.ts';
import type { SettlementState } from '../core/settlement/settlementState.ts';
import { compareTexts } from '../core/text/compareTexts.ts';
import { demoAmount } from './demoAmount.ts';
import { packageRoot } from './packageRoot.ts';

/** Whose money is claimed, settled and paid in the demo; all else stays accrued. */
const CLAIMED = 'AW-VENDOR-FUND';
const SETTLED = 'NW-QUARTER';
const ACCOUNT = 'NW-USD';
/** Suppliers whose answer the demo knows: one grants all, one a part; the others have not answered. */
const GRANTS_ALL = 'ALLENSON0001';
const GRANTS_A_PART = 'ANDERSON0001';

const PERSONS = { anna: 'Anna Berg', ben: 'Ben Castle', carla: 'Carla Dent' } as const;
type Persons = Readonly<Record<keyof typeof PERSONS, Actor>>;

export type DemoMoney = {
  readonly claims: number;
  readonly documents: number;
  readonly payments: number;
};

/**
 * Takes the demo through the whole cycle of money: claims that are open, granted and disputed, a period that
 * is settled on documents, and a file for the bank. Each step looks at what is there, so what was broken off
 * goes on; once a file was made, it is over, and nothing is touched. What it made; undefined where it was over.
 * Refuses: what the use cases refuse, such as those of KeyRing.
 */
export async function playDemoMoney(
  ports: KeyPorts,
  tenant: TenantId,
): Promise<Result<DemoMoney | undefined>> {
  const { runs, day } = await ports.store.inTenant(tenant, async (tx) => ({
    runs: await tx.payments.runs({ limit: 1 }),
    day: await businessDay(tx, ports.clock),
  }));
  if (runs.some(({ state }) => state === 'sent')) return accept(undefined);
  const persons = await personsOf(ports, tenant);
  if (!persons.ok) return persons;
  const demo = new Demo(ports, tenant, persons.value, day);
  const ready = await inOrder(
    () => demo.settings(),
    () => demo.payingSettings(),
    () => demo.bankAccounts(),
    () => demo.claims(),
    () => demo.documents(),
  );
  return ready.ok ? demo.payments() : ready;
}

/** One after the other, up to the first one that is refused. */
async function inOrder(...steps: readonly (() => Promise<Result<unknown>>)[]): Promise<Result<undefined>> {
  for (const step of steps) {
    const done = await step();
    if (!done.ok) return done;
  }
  return accept(undefined);
}

async function personsOf(ports: KeyPorts, tenant: TenantId): Promise<Result<Persons>> {
  const known = await ports.store.inTenant(tenant, (tx) => tx.access.persons({ limit: 1000 }));
  const found: [string, Actor][] = [];
  for (const [login, name] of Object.entries(PERSONS)) {
    const same = known.find((person) => person.login === login);
    const person = same
      ? accept(same)
      : await createPerson(ports, tenant, { login, name }, systemActor('demo'));
    if (!person.ok) return person;
    found.push([login, { kind: 'person', id: person.value.id }]);
  }
  return accept(Object.fromEntries(found) as Persons);
}

async function read<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(join(packageRoot(), 'demo/money', name), 'utf8')) as T;
}

type Documents = {
  readonly company: string;
  readonly party: Parameters<typeof setCompanyParty>[2]['party'];
  readonly series: readonly Pick<Parameters<typeof setDocumentSeries>[2], 'kind' | 'series' | 'numberedBy'>[];
};

class Demo {
  private readonly ports: KeyPorts;
  private readonly tenant: TenantId;
  private readonly persons: Persons;
  private readonly day: LocalDate;

  constructor(ports: KeyPorts, tenant: TenantId, persons: Persons, day: LocalDate) {
    this.ports = ports;
    this.tenant = tenant;
    this.persons = persons;
    this.day = day;
  }

  /** How both companies stand on documents, and what Adventure Works decides of claims by itself. */
  async settings(): Promise<Result<unknown>> {
    const { ports, tenant, persons } = this;
    const documents = await read<readonly Documents[]>('documents.json');
    const actor = persons.anna;
    const rule = {
      ...{ company: 'AW', currency: 'USD', remindAfterDays: [1, 15, 30], answerDays: 30 },
      ...{
        tolerance: { amount: demoAmount('1'), percent: demoAmount('0.5') },
        writeOffLimit: demoAmount('5'),
      },
    };
    return inOrder(
      ...documents.flatMap(({ company, party, series }) => [
        () => setCompanyParty(ports, tenant, { actor, company, party }),
        ...series.map((one) => () => setDocumentSeries(ports, tenant, { actor, company, ...one })),
      ]),
      () => setClaimRule(ports, tenant, rule, actor),
    );
  }

  async payingSettings(): Promise<Result<unknown>> {
    const { ports, tenant } = this;
    const { anna, ben } = this.persons;
    const inForce = await ports.store.inTenant(tenant, (tx) => paymentRulesNow(tx));
    if (!inForce.ok) {
      const parsed = await read('payment-rules.json');
      const proposed = await proposePaymentRules(ports, tenant, { actor: anna, parsed });
      if (!proposed.ok) return proposed;
      const confirmed = await confirmPaymentRules(ports, tenant, {
        actor: ben,
        version: proposed.value.version,
      });
      if (!confirmed.ok) return confirmed;
    }
    return setPayingAccount(ports, tenant, { actor: anna, parsed: await read('paying-account.json') });
  }

  /** Said by one person, approved by another one. */
  async bankAccounts(): Promise<Result<unknown>> {
    const { ports, tenant, day: validFrom } = this;
    const { anna, ben } = this.persons;
    for (const [partner, account] of Object.entries(
      await read<Record<string, BankAccountTexts>>('bank-accounts.json'),
    )) {
      const set = await setBankAccount(ports, tenant, { partner, validFrom, account, actor: anna });
      if (!set.ok) return set;
    }
    const open = await listAccountChanges(ports, tenant, { waiting: true, limit: 10 });
    if (!open.ok) return open;
    return inOrder(
      ...open.value.map(
        ({ partner, batch }) =>
          () =>
            decideBankAccount(ports, tenant, {
              partner,
              batch,
              is: 'approved',
              reason: 'called back',
              actor: ben,
            }),
      ),
    );
  }

  async claims(): Promise<Result<unknown>> {
    const { ports, tenant } = this;
    const raised = await raiseClaims(ports, tenant, { agreement: CLAIMED, actor: this.persons.anna });
    if (!raised.ok) return raised;
    const filter = { agreement: CLAIMED, limit: 100 };
    const claims = await ports.store.inTenant(tenant, (tx) => tx.claims.page(filter));
    const unanswered = claims.filter(({ lastEvent }) => lastEvent === 0);
    const answers = new Map(unanswered.map((claim) => [claim.partner, claim]));
    return inOrder(
      ...[GRANTS_ALL, GRANTS_A_PART].flatMap((partner) => {
        const claim = answers.get(partner);
        return claim === undefined ? [] : [() => this.answered(claim, partner === GRANTS_A_PART)];
      }),
    );
  }

  /** The other side grants all, or all but half of the first line, whose quantity it does not find. */
  private answered(claim: StoredClaim, isInPart: boolean): Promise<Result<unknown>> {
    const text = (minor: bigint) => demoAmount(moneyText({ minor, currency: claim.currency }));
    const lines = claim.lines.map(({ number: line, minor }, index): LineAnswer => {
      const objected = isInPart && index === 0 ? minor / 2n : 0n;
      const disputed = objected === 0n ? [] : [{ reason: 'quantity' as const, amount: text(objected) }];
      return { line, accepted: text(minor - objected), objected: disputed };
    });
    return answerClaim(this.ports, this.tenant, { claim: claim.id, actor: this.persons.anna, lines });
  }

  /** Proposed by one person, approved by another one, and issued. */
  async documents(): Promise<Result<unknown>> {
    const { ports, tenant } = this;
    const { anna, ben } = this.persons;
    const partners = Object.keys(await read<object>('bank-accounts.json'));
    const selection = { company: 'NW', agreements: [SETTLED], partners };
    const proposed = await proposeSettlement(ports, tenant, { ...selection, actor: anna });
    if (!proposed.ok) return proposed;
    const approved = await this.each('proposed', (id) =>
      approveSettlement(ports, tenant, { actor: ben, id }),
    );
    if (!approved.ok) return approved;
    return this.each('approved', (id) => issueSettlement(ports, tenant, { actor: anna, id }));
  }

  private async each(
    state: SettlementState,
    does: (id: string) => Promise<Result<unknown>>,
  ): Promise<Result<undefined>> {
    const { rows } = await listSettlements(this.ports, this.tenant, { company: 'NW', state, limit: 100 });
    // In an order of their own, so that every demo has the same numbers.
    const sorted = rows.toSorted((a, b) => compareTexts(a.beneficiary, b.beneficiary));
    return inOrder(
      ...sorted.map(
        ({ id }) =>
          () =>
            does(id),
      ),
    );
  }

  /** The run that pays them: proposed, approved and sent by three persons. */
  async payments(): Promise<Result<DemoMoney>> {
    const { ports, tenant, day } = this;
    const { anna, ben, carla } = this.persons;
    const [begun] = await ports.store.inTenant(tenant, (tx) => tx.payments.runs({ limit: 1 }));
    let run = begun;
    if (run === undefined) {
      const proposal = {
        account: ACCOUNT,
        methods: ['creditNote'],
        dueUntil: day + 60,
        executionDay: day,
      } as const;
      const proposed = await proposeRun(ports, tenant, { ...proposal, actor: anna });
      if (!proposed.ok) return proposed;
    }
    [run] = await ports.store.inTenant(tenant, (tx) => tx.payments.runs({ limit: 1 }));
    if (run === undefined) throw new Error('Fault: the run that was proposed is gone');
    const { id, state } = run;
    const sent = await inOrder(
      ...(state === 'proposed' ? [() => approveRun(ports, tenant, { id, actor: ben })] : []),
      () => sendRun(ports, tenant, { id, actor: carla }),
    );
    return sent.ok ? accept(await this.made(id)) : sent;
  }

  private made(run: string): Promise<DemoMoney> {
    return this.ports.store.inTenant(this.tenant, async (tx) => ({
      claims: (await tx.claims.page({ agreement: CLAIMED, limit: 100 })).length,
      documents: (await tx.settlements.openPayables({ company: 'NW' })).length,
      payments: (await tx.payments.instructionsOf(run)).length,
    }));
  }
}
