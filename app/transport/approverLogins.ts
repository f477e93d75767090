import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { isUuid } from '../isUuid.ts';
import type { Tx } from '../ports.ts';

/** A person has another id in each tenant, and the same login: rules are carried by it. */
const LOGIN = 'login:';

type Level = { readonly [member: string]: Json };

/** Approval rules whose approvers are named by login. */
export async function withLogins(tx: Tx, rules: Json): Promise<Json> {
  const known = new Map<string, string>();
  for (const id of approversOf(rules)) {
    const person = isUuid(id) ? await tx.access.person(id) : undefined;
    if (person !== undefined) known.set(id, `${LOGIN}${person.login}`);
  }
  return withApprovers(rules, (id) => known.get(id) ?? id);
}

/** The same with the ids that these persons have here. Refuses: person-not-found, for each login that nobody has. */
export async function withIds(tx: Tx, rules: Json): Promise<Result<Json>> {
  const logins = approversOf(rules).flatMap((said) =>
    said.startsWith(LOGIN) ? [said.slice(LOGIN.length)] : [],
  );
  const persons = await tx.access.personsCalled(logins);
  const ids = new Map(persons.map(({ login, id }) => [login, id]));
  const missing = [...new Set(logins)].filter((login) => !ids.has(login));
  if (missing.length > 0)
    return refused(...missing.map((id) => refuse('person-not-found', 'levels', { id })));
  return accept(withApprovers(rules, (said) => ids.get(said.slice(LOGIN.length)) ?? said));
}

function approversOf(rules: Json): string[] {
  return levelsOf(rules).flatMap(({ approvers }) => (Array.isArray(approvers) ? approvers.map(String) : []));
}

function withApprovers(rules: Json, named: (said: string) => string): Json {
  if (!isMembers(rules)) return rules;
  const levels = levelsOf(rules).map((level) =>
    Array.isArray(level.approvers)
      ? { ...level, approvers: level.approvers.map((said) => named(String(said))) }
      : level,
  );
  return { ...rules, levels };
}

function levelsOf(rules: Json): Level[] {
  const levels = isMembers(rules) ? rules.levels : undefined;
  return Array.isArray(levels) ? levels.filter(isMembers) : [];
}

function isMembers(value: Json | undefined): value is { readonly [member: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
