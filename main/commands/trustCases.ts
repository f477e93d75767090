import { policyFields } from '../../adapters/http/trustSchemas.ts';
import type { CaseFilter } from '../../app/ports/trustStore.ts';
import { decideCase } from '../../app/trust/decideCase.ts';
import { releaseHold } from '../../app/trust/releaseHold.ts';
import { askForScan } from '../../app/trust/runScan.ts';
import { type ListedCase, listCases, showCase, withNames } from '../../app/trust/showCases.ts';
import { caseJson, policyJson, shownCaseJson } from '../../app/trust/trustJson.ts';
import { type PolicyInForce, setPolicy, showPolicy } from '../../app/trust/trustPolicy.ts';
import { type Decimal, parseDecimal } from '../../core/number/decimal.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { CASE_STATES, DECISION_REASONS, REASONS } from '../../core/trust/caseState.ts';
import { HELD_OBJECTS } from '../../core/trust/policy.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { does, invalid, shows } from './deed.ts';
import { jsonFile } from './jsonFile.ts';

const LISTED_MAX = 500;
const STATES = [...CASE_STATES, 'undecided'] as const;

type Listing = { readonly state?: string; readonly held?: boolean; readonly partner?: string };

/** `openrebate trust cases`. */
export function listAll(terminal: Terminal, config: Config, asked: Listing): Promise<void> {
  return shows(
    terminal,
    config,
    'trust:read',
    async (ports, tenant) => {
      const { state: said = 'undecided', held, partner } = asked;
      const state = STATES.find((one) => one === said);
      if (state === undefined) return invalid('--state', said, STATES.join(', '));
      const filter: CaseFilter = {
        ...{ state, order: 'score', limit: LISTED_MAX, offset: 0 },
        ...(held === true && { isHeld: true }),
        ...(partner !== undefined && { partner }),
      };
      return accept(await listCases(ports, tenant, filter));
    },
    ({ rows, hasMore }) => {
      if (terminal.isJson) return terminal.json({ rows: rows.map(caseJson), hasMore });
      for (const row of rows) terminal.print(caseLine(terminal, row));
    },
  );
}

/** `openrebate trust case`. */
export function showOne(terminal: Terminal, config: Config, id: string): Promise<void> {
  return shows(
    terminal,
    config,
    'trust:read',
    (ports, tenant) => showCase(ports, tenant, id),
    (shown) => {
      const json = shownCaseJson(shown, terminal.language);
      if (terminal.isJson) return terminal.json(json);
      terminal.print(caseLine(terminal, shown.case));
      for (const { title, text: said, check, score, evidence } of json.findings) {
        terminal.print(`${String(score).padStart(4)}  ${title}: ${said}`);
        terminal.print(`      → ${check}`);
        for (const one of evidence) terminal.print(`  ${one.object} ${one.id}: ${factsLine(one.facts)}`);
      }
      for (const { at, kind, actor, said } of json.events)
        terminal.print(`${at}  ${kind}  ${actor}  ${said}`.trimEnd());
    },
  );
}

function factsLine(facts: Readonly<Record<string, string>>): string {
  return Object.entries(facts)
    .map(([field, value]) => `${field} ${value}`)
    .join(', ');
}

type Deciding = {
  readonly id: string;
  readonly reason: string;
  readonly text: string;
  readonly prevented?: string;
  readonly recovered?: string;
};

/** `openrebate trust decide`. */
export function decideOne(terminal: Terminal, config: Config, asked: Deciding): Promise<void> {
  return does<ReturnType<typeof caseJson>>(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const reason = REASONS.find((one) => one === asked.reason);
      if (reason === undefined) return invalid('reason', asked.reason, REASONS.join(', '));
      const prevented = amountOf('--prevented', asked.prevented);
      if (!prevented.ok) return prevented;
      const recovered = amountOf('--recovered', asked.recovered);
      if (!recovered.ok) return recovered;
      const said = { id: asked.id, decision: DECISION_REASONS[reason], reason, text: asked.text, actor };
      const amounts = {
        ...(prevented.value && { prevented: prevented.value }),
        ...(recovered.value && { recovered: recovered.value }),
      };
      return shown(await withNames(ports, tenant, await decideCase(ports, tenant, { ...said, ...amounts })));
    },
    (one) => jsonLine(terminal, one),
    'trust:decide',
  );
}

function amountOf(argument: string, said: string | undefined): Result<Decimal | undefined> {
  if (said === undefined) return accept(undefined);
  const decimal = parseDecimal(said);
  return decimal === undefined ? invalid(argument, said, '123.45') : accept(decimal);
}

/** `openrebate trust release`. */
export function releaseOne(terminal: Terminal, config: Config, id: string, reason: string): Promise<void> {
  return does<ReturnType<typeof caseJson>>(
    terminal,
    config,
    async (ports, tenant, actor) =>
      shown(await withNames(ports, tenant, await releaseHold(ports, tenant, { id, reason, actor }))),
    (one) => jsonLine(terminal, one),
    'trust:decide',
  );
}

function shown(done: Result<ListedCase>): Result<ReturnType<typeof caseJson>> {
  return done.ok ? accept(caseJson(done.value)) : done;
}

/** `openrebate trust policy`. */
export function showPolicyNow(terminal: Terminal, config: Config): Promise<void> {
  return shows(
    terminal,
    config,
    'trust:read',
    async (ports, tenant) => accept(await showPolicy(ports, tenant)),
    (policy) => printPolicy(terminal, policy),
  );
}

/** The same with a file: sets it. */
export function setPolicyFrom(
  terminal: Terminal,
  config: Config,
  file: string,
  reason: string,
): Promise<void> {
  return shows(
    terminal,
    config,
    'trust:decide',
    async (ports, tenant, actor) => {
      const policy = await jsonFile(file, policyFields);
      return policy.ok ? setPolicy(ports, tenant, { policy: policy.value, reason }, actor) : policy;
    },
    (policy) => printPolicy(terminal, policy),
  );
}

function printPolicy(terminal: Terminal, stored: PolicyInForce): void {
  if (terminal.isJson) {
    terminal.json(policyJson(stored));
    return;
  }
  const { version, policy } = stored;
  terminal.print(text(terminal.language, 'trustPolicyVersion', { version: String(version) }));
  for (const object of HELD_OBJECTS) {
    const { review, hold } = policy.thresholds[object];
    const facts = { object, review: String(review), hold: String(hold) };
    terminal.print(text(terminal.language, 'trustThreshold', facts));
  }
}

/** `openrebate trust run`. */
export function scanNow(terminal: Terminal, config: Config): Promise<void> {
  return does<{ readonly job: string }>(
    terminal,
    config,
    async (ports, tenant, actor) => accept({ job: await askForScan(ports, tenant, actor) }),
    ({ job }) => text(terminal.language, 'trustScanAsked', { job }),
    'trust:write',
  );
}

function caseLine(terminal: Terminal, one: ListedCase): string {
  return jsonLine(terminal, caseJson(one));
}

function jsonLine({ language }: Terminal, one: ReturnType<typeof caseJson>): string {
  const { id, object, about, partner, score, amount, currency, state, isHeld } = one;
  const facts = { id, object, about, partner: partner ?? '–', score: String(score) };
  const money = amount === null ? '–' : `${amount} ${currency ?? ''}`;
  return text(language, isHeld ? 'trustCaseHeld' : 'trustCase', { ...facts, money, caseState: state });
}
