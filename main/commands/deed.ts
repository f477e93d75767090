import type { Scope } from '../../app/access/scope.ts';
import type { Actor } from '../../app/actor.ts';
import type { TenantId } from '../../app/ports.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Composed } from '../compose.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';

export type Deed<T> = (ports: Composed, tenant: TenantId, actor: Actor) => Promise<Result<T>>;

/** Does a deed for whoever gives the command, and says what it came to. */
export function does<T>(
  terminal: Terminal,
  config: Config,
  deed: Deed<T>,
  said: (value: T) => string,
  scope: Scope = 'agreements:write',
): Promise<void> {
  return shows(terminal, config, scope, deed, (value) => {
    if (terminal.isJson) terminal.json(value);
    else terminal.print(said(value));
  });
}

/** Does a deed for whoever gives the command; what it came to is shown, or the reasons against it. */
export async function shows<T>(
  terminal: Terminal,
  config: Config,
  scope: Scope,
  deed: Deed<T>,
  shown: (value: T) => void,
): Promise<void> {
  const done = await inTenant(terminal, config, scope, ({ ports }, tenant, actor) =>
    deed(ports, tenant, actor),
  );
  if (done.ok) shown(done.value);
  else terminal.refuse(done.refusals);
}

export type Reason = { readonly reason?: string };

export function reasonOf({ reason }: Reason): Reason {
  return reason === undefined ? {} : { reason };
}

export function numberOf(argument: string, value: string | undefined): Result<number> {
  return /^\d{1,9}$/.test(value ?? '') ? accept(Number(value)) : invalid(argument, value ?? '', '1');
}

export function invalid(argument: string, value: string, expected: string) {
  return refused(refuse('argument-invalid', argument, { argument, value, expected }));
}
