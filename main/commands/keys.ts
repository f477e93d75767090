import { type Actor, systemActor } from '../../app/actor.ts';
import { sealAccountsAnew } from '../../app/keys/sealAccountsAnew.ts';
import { sealAnew } from '../../app/keys/sealAnew.ts';
import type { KeyInfo } from '../../app/ports/keyRing.ts';
import type { TenantId } from '../../app/ports.ts';
import { accept, type Refusal, type Result } from '../../core/refusal/refusals.ts';
import type { Composed } from '../compose.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { withDatabase } from '../withDatabase.ts';

type ListedKey = KeyInfo & {
  /** How many texts it has sealed, in all tenants. */
  readonly texts: number;
};

/** `openrebate keys list`: fingerprints, never keys; the current one first. */
export async function listKeys(terminal: Terminal, config: Config): Promise<void> {
  const listed = await withDatabase(config, terminal.say, ({ ports }) => listedKeys(ports));
  if (!listed.ok) return terminal.refuse(listed.refusals);
  if (terminal.isJson) return terminal.json(listed.value);
  for (const { fingerprint, createdAt = '', isCurrent, texts } of listed.value) {
    const current = isCurrent ? text(terminal.language, 'keyCurrent') : '';
    terminal.print(
      `${fingerprint}  ${createdAt.padEnd(24)}  ${String(texts).padStart(8)}  ${current}`.trimEnd(),
    );
  }
  if (listed.value.length === 0) terminal.print(text(terminal.language, 'noKeys'));
}

async function listedKeys(ports: Composed): Promise<Result<readonly ListedKey[]>> {
  const keys = await ports.keys.list();
  if (!keys.ok) return keys;
  const counts = new Map<string, number>();
  for (const tenant of await ports.store.tenants('all')) {
    const own = await ports.store.inTenant(tenant, (tx) => tx.sealed.countByKey());
    for (const [key, texts] of own) counts.set(key, (counts.get(key) ?? 0) + texts);
  }
  for (const { key } of await ports.accounts.sealed()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return accept(keys.value.map((key) => ({ ...key, texts: counts.get(key.fingerprint) ?? 0 })));
}

/** `openrebate keys rotate`: a new key, and everything sealed anew with it, in all tenants. */
export async function rotateKeys(
  terminal: Terminal,
  config: Config,
  { newKey }: { readonly newKey: boolean },
): Promise<void> {
  // It is done in all tenants by whoever holds the installation; a key names the person in its own.
  const rotated =
    config.key === undefined
      ? await withDatabase(config, terminal.say, ({ ports }) => sealedAnew(ports, newKey))
      : await inTenant(terminal, config, 'bank:write', ({ ports }, tenant, actor) =>
          sealedAnew(ports, newKey, { tenant, actor }),
        );
  if (!rotated.ok) return terminal.refuse(rotated.refusals);
  if (terminal.isJson) return terminal.json(rotated.value);
  terminal.print(text(terminal.language, 'keysRotated', rotated.value));
}

async function sealedAnew(
  ports: Composed,
  newKey: boolean,
  own?: { readonly tenant: TenantId; readonly actor: Actor },
): Promise<Result<{ readonly fingerprint: string; readonly texts: number }>> {
  const key = newKey ? await ports.keys.add() : await currentKey(ports);
  if (!key.ok) return key;
  let texts = 0;
  const refusals: Refusal[] = [];
  const count = (sealed: Result<number>) => {
    if (sealed.ok) texts += sealed.value;
    else refusals.push(...sealed.refusals);
  };
  // What one tenant has lost keeps no other from being sealed anew.
  for (const tenant of await ports.store.tenants('all')) {
    count(await sealAnew(ports, tenant, own?.tenant === tenant ? own.actor : systemActor('cli')));
  }
  count(await sealAccountsAnew(ports));
  if (refusals.length > 0) return { ok: false, refusals };
  return accept({ fingerprint: key.value.fingerprint, texts });
}

/** Before anything was sealed there is none, and nothing to seal anew; the first one is made then. */
async function currentKey({ keys }: Composed): Promise<Result<KeyInfo>> {
  const all = await keys.list();
  if (!all.ok) return all;
  const [current] = all.value;
  return current === undefined ? keys.add() : accept(current);
}
