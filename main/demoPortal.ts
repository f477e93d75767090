import { join } from 'node:path';
import type { PortalStore } from '../adapters/db/store.ts';
import { readAgreement } from '../adapters/files/readAgreement.ts';
import { createPerson } from '../app/access/createPerson.ts';
import { type Actor, systemActor } from '../app/actor.ts';
import { recordAgreement } from '../app/agreements/recordAgreement.ts';
import { calculateDue } from '../app/calculation/calculateDue.ts';
import { answerClaim } from '../app/claims/answerClaim.ts';
import { type Sending, sendMessage } from '../app/claims/sendMessage.ts';
import { takeMessage } from '../app/claims/takeMessages.ts';
import { joinedPorts } from '../app/joinedStore.ts';
import type { StoredClaim } from '../app/ports/claimStore.ts';
import type { Ports, TenantId } from '../app/ports.ts';
import { TRIAL_PEOPLE } from '../app/trial/trialPeople.ts';
import { claimCells } from '../core/claim/claimMessage.ts';
import { accept, type Result } from '../core/refusal/refusals.ts';
import { isKnown, loadLines } from './demo.ts';
import { demoAmount } from './demoAmount.ts';
import { packageRoot } from './packageRoot.ts';

/** With the store of partners, where there is one: what Fay sends is hers then, and not said by one of us. */
export type DemoPortalPorts = Ports & { readonly portal?: PortalStore | undefined };

export const PARTNER = 'SAVEA';
const AGREEMENT = 'NW-SHELF-2025';
export const CLAIM = { agreement: AGREEMENT, currency: 'USD', term: 'shelf' };

/** Claimed with an order too many, which we do not find. */
const ANSWERED = {
  ...{ reference: 'SAL-2024-H2', sentOn: '2025-08-04', amount: '527.72' },
  ...{ firstDay: '2024-07-01', lastDay: '2024-12-31' },
};
const ACCEPTED = '489.32';
const NOT_FOUND = '38.40';
/** Nobody has answered it yet. */
export const OPEN = {
  ...{ reference: 'SAL-2025-H1', sentOn: '2025-09-22', amount: '1235.40' },
  ...{ firstDay: '2025-01-01', lastDay: '2025-06-30' },
};

const OURS = 'We find no order of 1,920.00 dollars in December. Which number does it have?';
const HERS = 'Order 24127 of 19 December, 1,920.00 dollars. The delivery note is with your driver.';

/**
 * Gives the partner whom Fay plays an agreement that runs on the day of the sandbox and is claimed: half a year that is
 * answered in part and disputed, one whose claim is open, and one that runs with a tier within reach. Once both claims are
 * there it is over, and nothing is touched. Gives how many claims it made; undefined where it was over.
 * Refuses: what the use cases refuse.
 */
export async function playDemoPortal(
  ports: DemoPortalPorts,
  tenant: TenantId,
): Promise<Result<number | undefined>> {
  if ((await claimsOf(ports, tenant)).length > 1) return accept(undefined);
  const ready = await running(ports, tenant);
  if (!ready.ok) return ready;
  const [fay, anna] = [await personCalled(ports, tenant, 'fay'), await personCalled(ports, tenant, 'anna')];
  if (!fay.ok) return fay;
  if (!anna.ok) return anna;
  const says = sayer(ports, tenant, fay.value);
  for (const texts of [ANSWERED, OPEN]) {
    const rows = [{ row: 1, texts: claimCells({ ...CLAIM, ...texts, partner: PARTNER }) }];
    const sent = await says(`demo/${texts.reference}`, { kind: 'claims', partner: PARTNER, rows });
    if (!sent.ok) return sent;
  }
  const claims = await claimsOf(ports, tenant);
  const answered = claims.find(({ reference }) => reference === ANSWERED.reference);
  const talked =
    answered === undefined ? accept(undefined) : await talk(ports, tenant, answered.id, anna.value, says);
  return talked.ok ? accept(claims.length) : talked;
}

function claimsOf(ports: Ports, tenant: TenantId): Promise<readonly StoredClaim[]> {
  return ports.store.inTenant(tenant, (tx) => tx.claims.page({ agreement: AGREEMENT, limit: 10 }));
}

/** The agreement and its lines, calculated. */
async function running(ports: Ports, tenant: TenantId): Promise<Result<undefined>> {
  const folder = join(packageRoot(), 'demo/portal');
  const nothing = { onFile: () => undefined, onImported: () => undefined };
  const loaded = await loadLines(ports, tenant, join(folder, 'source.json'), folder, nothing);
  if (!loaded.ok) return loaded;
  const path = join(folder, 'shelf-agreement.json');
  if (!(await isKnown(ports, tenant, path))) {
    const file = await readAgreement(path);
    if (!file.ok) return file;
    const options = { actor: systemActor('demo'), asNewVersion: false };
    const recorded = await recordAgreement(ports, tenant, file.value.parsed, options);
    if (!recorded.ok) return recorded;
  }
  await calculateDue(ports, tenant);
  return accept(undefined);
}

/** Somebody of the demo, made where nobody is called so yet. */
export async function personCalled(ports: Ports, tenant: TenantId, login: string): Promise<Result<Actor>> {
  const played = TRIAL_PEOPLE.find((one) => one.login === login);
  if (played === undefined) throw new Error(`Fault: nobody of the demo is called ${login}`);
  const { name, partners } = played;
  const [known] = await ports.store.inTenant(tenant, ({ access }) => access.personsCalled([login]));
  const wanted = { login, name, ...(partners && { partners }) };
  const person = known ? accept(known) : await createPerson(ports, tenant, wanted, systemActor('demo'));
  return person.ok ? accept({ kind: 'person', id: person.value.id }) : person;
}

type Said = Sending extends infer S ? (S extends unknown ? Omit<S, 'actor' | 'asksToTake'> : never) : never;
type Says = (key: string, said: Said) => Promise<Result<unknown>>;

/** Sends something as a person of the partner does, and takes it in as a worker does. */
export function sayer(ports: DemoPortalPorts, tenant: TenantId, actor: Actor): Says {
  const store = ports.portal?.of([PARTNER], actor) ?? ports.store;
  return async (key, said) => {
    const sent = await store.inTenant(tenant, async (tx) => {
      // The message of a key is sent once.
      if (
        ports.portal !== undefined &&
        (await tx.idempotency.claim(key, key, ports.clock.now())) !== undefined
      )
        return undefined;
      return sendMessage(joinedPorts(ports, tenant, tx), tenant, {
        ...said,
        actor,
        asksToTake: false,
      } as Sending);
    });
    if (sent?.ok) await takeMessage(ports, tenant, sent.value.id);
    return sent ?? accept(undefined);
  };
}

/** We grant what we find and ask for the rest; the partner objects, and says why. */
async function talk(
  ports: DemoPortalPorts,
  tenant: TenantId,
  claim: string,
  actor: Actor,
  says: Says,
): Promise<Result<unknown>> {
  const objected = [{ reason: 'quantity' as const, amount: demoAmount(NOT_FOUND) }];
  const lines = [{ line: 1, accepted: demoAmount(ACCEPTED), objected }];
  const answered = await answerClaim(ports, tenant, { claim, actor, lines, note: OURS });
  if (!answered.ok) return answered;
  const asked = await sendMessage(ports, tenant, {
    kind: 'comment',
    claim,
    text: OURS,
    actor,
    asksToTake: false,
  });
  if (!asked.ok) return asked;
  await takeMessage(ports, tenant, asked.value.id);
  const dispute = {
    kind: 'dispute',
    claim,
    reason: 'quantity',
    amount: demoAmount(NOT_FOUND),
    note: HERS,
  } as const;
  return says('demo/dispute', dispute);
}
