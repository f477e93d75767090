import { hex } from '../../core/text/hex.ts';
import type { FlowPurpose } from '../ports/accounts.ts';
import type { AccountPorts } from './accountPorts.ts';
import { secretSha256 } from './beginSession.ts';

const LIFE_MS = 10 * 60 * 1000;

/** Keeps what an answer of a browser will be held against; gives the secret that it comes back with. */
export async function beginFlow(
  ports: AccountPorts,
  purpose: FlowPurpose,
  data: Readonly<Record<string, string>>,
): Promise<string> {
  const secret = hex(ports.random(32));
  const life = { from: ports.clock.now(), lifeMs: LIFE_MS };
  await ports.accounts.of({ secretSha256: secretSha256(ports, secret) }, (tx) =>
    tx.addFlow({ purpose, data }, life),
  );
  return secret;
}

/** What was kept, once: a second answer finds nothing. */
export async function takeFlow(
  ports: AccountPorts,
  purpose: FlowPurpose,
  secret: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  if (!/^[0-9a-f]{64}$/.test(secret)) return undefined;
  return ports.accounts.of({ secretSha256: secretSha256(ports, secret) }, (tx) =>
    tx.takeFlow(purpose, ports.clock.now()),
  );
}
