import { readAgreement } from '../../adapters/files/readAgreement.ts';
import {
  confirmApprovalRules,
  listApprovalRules,
  proposeApprovalRules,
} from '../../app/agreements/approvalRules.ts';
import { APPROVAL_FORMAT, FOUR_EYES } from '../../core/lifecycle/approvalRules.ts';
import { accept } from '../../core/refusal/refusals.ts';
import { commandActor } from '../commandActor.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { withDatabase } from '../withDatabase.ts';
import { numberOf } from './agreementLife.ts';

/** `openrebate approval propose`: other rules, which another person has to confirm. */
export async function proposeRules(terminal: Terminal, config: Config, path: string): Promise<void> {
  const done = await withDatabase(config, terminal.say, async ({ ports, findTenant }) => {
    const tenant = await findTenant();
    if (!tenant.ok) return tenant;
    const file = await readAgreement(path);
    if (!file.ok) return file;
    const entry = { actor: commandActor(), parsed: file.value.parsed };
    return proposeApprovalRules(ports, tenant.value, entry);
  });
  if (!done.ok) return terminal.refuse(done.refusals);
  if (terminal.isJson) terminal.json(done.value);
  else terminal.print(text(terminal.language, 'rulesProposed', done.value));
}

/** `openrebate approval confirm`: puts the rules that were proposed last in force. */
export async function confirmRules(terminal: Terminal, config: Config, version: string): Promise<void> {
  const done = await withDatabase(config, terminal.say, async ({ ports, findTenant }) => {
    const tenant = await findTenant();
    if (!tenant.ok) return tenant;
    const wanted = numberOf('version', version);
    if (!wanted.ok) return wanted;
    return confirmApprovalRules(ports, tenant.value, { actor: commandActor(), version: wanted.value });
  });
  if (!done.ok) return terminal.refuse(done.refusals);
  if (terminal.isJson) terminal.json(done.value);
  else terminal.print(text(terminal.language, 'rulesConfirmed', done.value));
}

/** `openrebate approval show`: the rules in force as a file, and those that wait for a second person. */
export async function showRules(terminal: Terminal, config: Config): Promise<void> {
  const found = await withDatabase(config, terminal.say, async ({ ports, findTenant }) => {
    const tenant = await findTenant();
    return tenant.ok ? accept(await listApprovalRules(ports, tenant.value)) : tenant;
  });
  if (!found.ok) return terminal.refuse(found.refusals);
  const { versions, inForce } = found.value;
  const stored = versions.find(({ version }) => version === inForce);
  const rules: unknown =
    stored === undefined ? { format: APPROVAL_FORMAT, ...FOUR_EYES } : JSON.parse(stored.text);
  const waiting = versions.filter(
    ({ version, confirmed }) => confirmed === undefined && version > (inForce ?? 0),
  );
  if (terminal.isJson)
    return terminal.json({ inForce: inForce ?? 0, rules, waiting: waiting.map(({ version }) => version) });
  terminal.print(JSON.stringify(rules, null, 2));
  for (const { version, author } of waiting) {
    terminal.say(text(terminal.language, 'rulesWaiting', { version, author }));
  }
}
