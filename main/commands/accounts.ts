import { ROLES, type Role } from '../../app/access/role.ts';
import { createMember, resetPassword } from '../../app/accounts/createMember.ts';
import { madePassword } from '../../app/accounts/madePassword.ts';
import { accept, refuse } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { withDatabase } from '../withDatabase.ts';
import { type Deed, does } from './deed.ts';

export type AccountOptions = { readonly roles: readonly string[]; readonly passwordStdin?: boolean };

/** `openrebate account create`: a person with roles who signs in by an e-mail address; prints the password that was made. */
export async function makeAccount(
  terminal: Terminal,
  config: Config,
  who: { readonly email: string; readonly name: string },
  options: AccountOptions,
): Promise<void> {
  const wrong = options.roles.find((role) => !(ROLES as readonly string[]).includes(role));
  if (wrong !== undefined) {
    const facts = { argument: '--roles', value: wrong, expected: ROLES.join(', ') };
    return terminal.refuse([refuse('argument-invalid', '--roles', facts)]);
  }
  const given = options.passwordStdin ? await standardInput() : undefined;
  const deed: Deed<{ readonly email: string; readonly password?: string }> = async (ports, tenant, actor) => {
    const password = given ?? madePassword(ports);
    const roles = options.roles.map((role) => ({ role: role as Role }));
    const member = await createMember(ports, tenant, { ...who, roles, password }, actor);
    if (!member.ok) return member;
    const isShown = member.value.isNew && given === undefined;
    return accept({ email: who.email, ...(isShown && { password }) });
  };
  return does(terminal, config, deed, shown(terminal), 'access:write');
}

/** `openrebate account password`: another password for whoever has lost it; prints the one that was made. */
export async function setAccountPassword(
  terminal: Terminal,
  config: Config,
  email: string,
  options: { readonly passwordStdin?: boolean },
): Promise<void> {
  const given = options.passwordStdin ? await standardInput() : undefined;
  const done = await withDatabase(config, terminal.say, async ({ ports }) => {
    const password = given ?? madePassword(ports);
    const reset = await resetPassword(ports, email, password);
    return reset.ok ? accept({ email, ...(given === undefined && { password }) }) : reset;
  });
  if (!done.ok) return terminal.refuse(done.refusals);
  if (terminal.isJson) return terminal.json(done.value);
  terminal.print(shown(terminal)(done.value));
}

const shown =
  ({ say, language }: Terminal) =>
  ({ email, password }: { readonly email: string; readonly password?: string }): string => {
    if (password === undefined) return email;
    say(text(language, 'passwordShownOnce', { email }));
    return password;
  };

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}
