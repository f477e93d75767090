import type { Ports, TenantId, Tx } from '../ports.ts';
import { SECOND_PERSON } from '../trial/trialPeople.ts';

/** What somebody does who begins with nothing, in this order. */
export const FIRST_STEPS = [
  'company',
  'file',
  'quarantine',
  'agreement',
  'approval',
  'amount',
  'colleague',
  'partner',
] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

export type StepDone = { readonly step: FirstStep; readonly isDone: boolean };

/** How far the beginning is, by what is there, and not by what was clicked. */
export function firstSteps(ports: Ports, tenant: TenantId): Promise<readonly StepDone[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const done: Readonly<Record<FirstStep, boolean>> = {
      ...{ company: (await tx.company.all()).length > 0, ...(await ofFacts(tx)) },
      ...{ ...(await ofAgreements(tx)), ...(await ofPeople(tx)) },
    };
    return FIRST_STEPS.map((step) => ({ step, isDone: done[step] }));
  });
}

/** Rows that wait are looked at when there are none left; before any file there is nothing to look at. */
async function ofFacts(tx: Tx) {
  const file = (await tx.received.lastImport()) !== undefined;
  return { file, quarantine: file && (await tx.received.waiting()).length === 0 };
}

async function ofAgreements(tx: Tx) {
  const approval = (await tx.agreements.allKnownAt(await tx.batches.last())).length > 0;
  const agreement = approval || (await tx.proposals.list({ limit: 1 })).length > 0;
  return { agreement, approval, amount: (await tx.earnings.list({ limit: 1 })).total > 0 };
}

/** Somebody who was invited counts: whether they come is theirs to say. */
async function ofPeople(tx: Tx) {
  const persons = await tx.access.persons({ limit: 1000 });
  const invited = await tx.invitations.list({ limit: 1000 });
  const ours = persons.filter(({ partners, login }) => partners === undefined && login !== SECOND_PERSON);
  const theirs = [...persons, ...invited].filter(({ partners }) => partners !== undefined);
  const colleagues = ours.length - 1 + invited.filter(({ partners }) => partners === undefined).length;
  return { colleague: colleagues > 0, partner: theirs.length > 0 };
}
