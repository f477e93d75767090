import { randomUUID } from 'node:crypto';
import type { CaseEvent, TrustRun } from '../../app/ports/trustStore.ts';
import type { Tx } from '../../app/ports.ts';
import type { Finding } from '../../core/trust/finding.ts';
import { USUAL_POLICY } from '../../core/trust/policy.ts';
import { AT } from './facts.ts';

/** Something that came and was found odd, its case with everything that can happen to one, and what was set. */
export async function fillTrust(tx: Tx, mark: string): Promise<void> {
  const subject = { object: 'claim', id: mark } as const;
  const [run, caseId, finding, arrival] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const at = { requestedBy: `person:${mark}`, endedAt: AT };
  const counts = { parameters: {}, findings: 1, fresh: 1 };
  const ended: TrustRun = { id: run, kind: 'asked', partner: mark, ...counts, ...at };
  const found: Finding = {
    ...{ detector: 'claimedTwice', version: 1, group: 'fraud', object: 'claim', id: mark, score: 900 },
    ...{ partner: mark, agreement: mark, minor: 100, currency: 'EUR' },
    evidence: [{ object: 'claim', id: mark, facts: { reference: mark } }],
  };
  await tx.trust.record(ended, [{ id: finding, finding: found, subject, sha256: mark }]);
  const stands = {
    state: 'open',
    isHeld: true,
    score: 900,
    minor: 100n,
    prevented: 0n,
    recovered: 0n,
  } as const;
  const event: Omit<CaseEvent, 'number'> = { kind: 'opened', actor: mark, at: AT, said: mark, ...stands };
  const opened = { id: caseId, subject, ordinal: 1, partner: mark, currency: 'EUR', openedAt: AT };
  await tx.trust.addCase(opened, event);
  await tx.trust.addFindings(caseId, [finding]);
  await tx.trust.addEvent(caseId, { ...event, number: 2, kind: 'commented', evidence: subject });
  const said = { reason: mark, setBy: `person:${mark}`, setAt: AT };
  await tx.trust.setPolicy({
    version: 1,
    policy: { ...USUAL_POLICY, awaitsScan: false, isNightly: false },
    ...said,
  });
  await tx.trust.setParameters({ detector: mark, version: 1, parameters: { leastScore: 1 }, ...said });
  await tx.trust.addBackTest(randomUUID(), {}, { actor: `person:${mark}`, at: AT });
  await tx.trust.arrive({ id: arrival, subject, partner: mark, arrivedAt: AT, within: 15 });
  await tx.trust.tellLate([arrival], AT);
  await tx.trust.scanned(arrival, { run, verdict: 'hold', at: AT });
}

/** Every question that is asked of it. */
export async function askTrust(tx: Tx, mark: string): Promise<void> {
  const subject = { object: 'claim', id: mark } as const;
  await tx.trust.runs(1);
  await tx.trust.run(randomUUID());
  await tx.trust.undecided([subject]);
  await tx.trust.judged();
  await tx.trust.policy();
  await tx.trust.parameters();
  await tx.trust.backTest(randomUUID());
  const found = await tx.trust.caseOf(subject);
  const id = found?.id ?? randomUUID();
  await tx.trust.case(id);
  await tx.trust.findingsOf(id);
  await tx.trust.events(id);
  const page = { limit: 1, offset: 0 };
  for (const order of ['score', 'amount', 'age'] as const) await tx.trust.cases({ order, ...page });
  await tx.trust.figures();
  await tx.trust.holds();
  await tx.trust.holds([mark]);
  await tx.trust.arrivals();
  await tx.trust.late(AT);
  const paid = await tx.trust.pastPayments({ limit: 100 });
  await tx.trust.pastPlaces(paid.flatMap(({ settlement }) => settlement ?? []));
  for (const kind of ['settlement', 'payment', 'agreement', 'claim', 'writeOff'] as const)
    await tx.trust.pastApprovals(kind, { limit: 1 });
}
