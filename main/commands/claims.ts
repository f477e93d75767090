import { claimAnswerBody, claimObjectionsBody, claimRuleBody } from '../../adapters/http/claimSchemas.ts';
import { refusalsJson } from '../../adapters/http/refusalJson.ts';
import type { Scope } from '../../app/access/scope.ts';
import { answerClaim } from '../../app/claims/answerClaim.ts';
import {
  claimEventJson,
  claimRowJson,
  claimRuleJson,
  claimStateJson,
  leftOutJson,
  raisedClaimsJson,
  shownClaimJson,
} from '../../app/claims/claimJson.ts';
import { getClaimRule, setClaimRule } from '../../app/claims/claimRules.ts';
import { commentClaim } from '../../app/claims/commentClaim.ts';
import { openDispute, resolveDispute } from '../../app/claims/disputeClaim.ts';
import { followDispute } from '../../app/claims/followDispute.ts';
import { type LeftOutPage, listLeftOut } from '../../app/claims/leftOut.ts';
import type { ClaimState } from '../../app/claims/lockedClaim.ts';
import { type RaisedClaims, raiseClaims } from '../../app/claims/raiseClaims.ts';
import { receiveMoney, returnMoney } from '../../app/claims/receiveMoney.ts';
import { claimHistory, listClaims, showClaim } from '../../app/claims/showClaims.ts';
import { askWriteOff, decideWriteOff } from '../../app/claims/writeOffClaim.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { CLAIMANTS } from '../../core/claim/claim.ts';
import { CLAIM_REASONS } from '../../core/claim/claimReason.ts';
import { openMinor } from '../../core/claim/standing.ts';
import { moneyText } from '../../core/money/money.ts';
import { type Decimal, parseDecimal } from '../../core/number/decimal.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { refusalText } from '../../core/wording/refusalText.ts';
import { claimEventLine, claimLines, claimRow, claimRuleLine, raisedLine } from '../claimOutput.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';
import { type Deed, invalid, numberOf, shows } from './deed.ts';
import { jsonFile } from './jsonFile.ts';

/** Days, amounts and words as they stand behind the command. */
export type ClaimOptions = {
  readonly day?: string;
  readonly note?: string;
  readonly reason?: string;
  readonly reference?: string;
  readonly line?: string;
  readonly amount?: string;
  readonly outcome?: string;
  readonly partner?: string;
  readonly agreement?: string;
  readonly claimant?: string;
};

/** `openrebate claims raise`: what a supplier owes and nobody has claimed yet. */
export function raiseOne(
  terminal: Terminal,
  config: Config,
  agreement: string,
  options: ClaimOptions,
): Promise<void> {
  const deed: Deed<RaisedClaims> = async (ports, tenant, actor) => {
    const day = dayOf('--day', options.day);
    return day.ok ? raiseClaims(ports, tenant, { agreement, actor, ...dayed(day.value) }) : day;
  };
  return shows(terminal, config, 'claims:write', deed, (raised) => {
    const { language } = terminal;
    if (terminal.isJson)
      return terminal.json({
        claims: raisedClaimsJson(raised),
        skipped: refusalsJson(raised.skipped, language),
      });
    for (const claim of raised.claims) terminal.print(raisedLine(claim, language));
    if (raised.claims.length === 0) terminal.print(text(language, 'claimsNone'));
    if (raised.skipped.length > 0) terminal.refuse(raised.skipped);
  });
}

const LISTED_MAX = 500;

/** `openrebate claims left-out`: what is not claimed, and why. */
export function listLeft(
  terminal: Terminal,
  config: Config,
  { agreement }: Pick<ClaimOptions, 'agreement'>,
): Promise<void> {
  const filter = { limit: LISTED_MAX, ...(agreement && { agreement }) };
  const deed: Deed<LeftOutPage> = async (ports, tenant) => accept(await listLeftOut(ports, tenant, filter));
  return shows(terminal, config, 'claims:read', deed, ({ rows, hasMore }) => {
    const { language } = terminal;
    if (terminal.isJson) {
      const shown = rows.map((row) => ({ ...leftOutJson(row), why: refusalsJson([row.why], language)[0] }));
      return terminal.json({ rows: shown, hasMore });
    }
    for (const row of rows) {
      terminal.print(text(language, 'claimLeftOut', leftOutJson(row)));
      terminal.print(`  ${refusalText(row.why, language).what}`);
    }
  });
}

/** `openrebate claims list`: what is open, and how late. */
export function listAll(terminal: Terminal, config: Config, options: ClaimOptions): Promise<void> {
  const { partner, agreement } = options;
  return shows(
    terminal,
    config,
    'claims:read',
    async (ports, tenant) => {
      const day = dayOf('--day', options.day);
      if (!day.ok) return day;
      const claimant = wordOf('--claimant', options.claimant, CLAIMANTS);
      if (!claimant.ok) return claimant;
      const filter = {
        limit: LISTED_MAX,
        ...(partner && { partner }),
        ...(agreement && { agreement }),
        ...(claimant.value && { claimant: claimant.value }),
      };
      return accept(await listClaims(ports, tenant, { ...filter, ...dayed(day.value) }));
    },
    ({ rows, hasMore }) => {
      if (terminal.isJson) return terminal.json({ rows: rows.map(claimRowJson), hasMore });
      for (const row of rows) terminal.print(claimRow(row, terminal.language));
    },
  );
}

/** `openrebate claims show`: a claim with what became of each line. */
export function showOne(
  terminal: Terminal,
  config: Config,
  id: string,
  options: ClaimOptions,
): Promise<void> {
  return shows(
    terminal,
    config,
    'claims:read',
    async (ports, tenant) => {
      const day = dayOf('--day', options.day);
      return day.ok ? showClaim(ports, tenant, { claim: id, ...dayed(day.value) }) : day;
    },
    (shown) => {
      if (terminal.isJson) return terminal.json(shownClaimJson(shown));
      for (const line of claimLines(shown, terminal.language)) terminal.print(line);
    },
  );
}

/** `openrebate claims history`: everything that happened, with comments. */
export function showHistory(terminal: Terminal, config: Config, id: string): Promise<void> {
  return shows(
    terminal,
    config,
    'claims:read',
    (ports, tenant) => claimHistory(ports, tenant, id),
    (found) => {
      if (terminal.isJson) return terminal.json(claimEventJson(found));
      for (const event of found.events) terminal.print(claimEventLine(event, terminal.language));
    },
  );
}

/** `openrebate claims answer` and `object`: from a file, in the shape of the API. */
export function answerOne(
  terminal: Terminal,
  config: Config,
  id: string,
  { file, isObjections }: { readonly file: string; readonly isObjections: boolean },
): Promise<void> {
  return state(terminal, config, 'claims:write', async (ports, tenant, actor) => {
    const said = isObjections
      ? await jsonFile(file, claimObjectionsBody)
      : await jsonFile(file, claimAnswerBody);
    return said.ok ? answerClaim(ports, tenant, { claim: id, actor, ...said.value }) : said;
  });
}

/** `openrebate claims receive`: money that came. */
export function receiveOne(
  terminal: Terminal,
  config: Config,
  id: string,
  options: ClaimOptions & { readonly amount: string; readonly reference: string },
): Promise<void> {
  const { reference, note } = options;
  return state(terminal, config, 'claims:write', async (ports, tenant, actor) => {
    const read = readOptions(options);
    if (!read.ok) return read;
    const { amount, day } = read.value;
    if (amount === undefined) return invalid('amount', options.amount, '1.00');
    return receiveMoney(ports, tenant, {
      claim: id,
      actor,
      reference,
      amount,
      ...dayed(day),
      ...noted(note),
    });
  });
}

/** `openrebate claims return`: money that did not stay. */
export function returnOne(
  terminal: Terminal,
  config: Config,
  id: string,
  { reference, reason, ...options }: ClaimOptions & { readonly reference: string; readonly reason: string },
): Promise<void> {
  return state(terminal, config, 'claims:write', async (ports, tenant, actor) => {
    const day = dayOf('--day', options.day);
    return day.ok
      ? returnMoney(ports, tenant, { claim: id, actor, reference, reason, ...dayed(day.value) })
      : day;
  });
}

/** `openrebate claims dispute` and `resolve`. */
export function disputeOne(
  terminal: Terminal,
  config: Config,
  id: string,
  options: ClaimOptions,
): Promise<void> {
  return state(terminal, config, 'claims:write', async (ports, tenant, actor) => {
    const read = readOptions(options);
    if (!read.ok) return read;
    const { amount, day, line } = read.value;
    const reason = wordOf('--reason', options.reason, CLAIM_REASONS);
    if (!reason.ok) return reason;
    const part = {
      claim: id,
      actor,
      ...(amount && { amount }),
      ...(line !== undefined && { line }),
      ...dayed(day),
      ...noted(options.note),
    };
    if (options.outcome === undefined)
      return reason.value === undefined
        ? invalid('--reason', '', CLAIM_REASONS.join(', '))
        : openDispute(ports, tenant, { ...part, reason: reason.value });
    const outcome = wordOf('--outcome', options.outcome, ['conceded', 'agreed'] as const);
    if (!outcome.ok) return outcome;
    const whole = { ...part, ...(reason.value && { reason: reason.value }) };
    return resolveDispute(ports, tenant, { ...whole, outcome: outcome.value ?? 'conceded' });
  });
}

/** `openrebate claims write-off`: asks; `--outcome` decides, with the key of another person. */
export function writeOffOne(
  terminal: Terminal,
  config: Config,
  id: string,
  options: ClaimOptions,
): Promise<void> {
  const scope = options.outcome === undefined ? 'claims:write' : 'claims:approve';
  return state(terminal, config, scope, async (ports, tenant, actor) => {
    const read = readOptions(options);
    if (!read.ok) return read;
    const { amount, day } = read.value;
    const outcome = wordOf('--outcome', options.outcome, ['approved', 'rejected'] as const);
    if (!outcome.ok) return outcome;
    const { value: decided } = outcome;
    if (decided !== undefined)
      return decideWriteOff(ports, tenant, {
        claim: id,
        actor,
        outcome: decided,
        ...dayed(day),
        ...noted(options.note),
      });
    if (amount === undefined) return invalid('--amount', '', '1.00');
    return askWriteOff(ports, tenant, {
      claim: id,
      actor,
      amount,
      reason: options.reason ?? '',
      ...dayed(day),
    });
  });
}

/** `openrebate claims assign` and `reply`: the dispute goes on. */
export function followOne(
  terminal: Terminal,
  config: Config,
  id: string,
  { person, note = '' }: { readonly person?: string; readonly note?: string },
): Promise<void> {
  return state(terminal, config, 'claims:write', (ports, tenant, actor) =>
    person === undefined
      ? followDispute(ports, tenant, { claim: id, actor, step: 'replied', note })
      : followDispute(ports, tenant, { claim: id, actor, step: 'assigned', person, ...(note && { note }) }),
  );
}

/** `openrebate claims comment`. */
export function commentOne(terminal: Terminal, config: Config, id: string, comment: string): Promise<void> {
  return state(terminal, config, 'claims:write', (ports, tenant, actor) =>
    commentClaim(ports, tenant, { claim: id, text: comment, actor }),
  );
}

/** `openrebate claims rules`: shows them, or sets them from a file. */
export function rulesOf(
  terminal: Terminal,
  config: Config,
  {
    company,
    currency,
    file,
  }: { readonly company: string; readonly currency: string; readonly file?: string },
): Promise<void> {
  const scope = file === undefined ? 'claims:read' : 'claims:approve';
  return shows(
    terminal,
    config,
    scope,
    async (ports, tenant, actor) => {
      if (file === undefined) return getClaimRule(ports, tenant, { company, currency });
      const rule = await jsonFile(file, claimRuleBody);
      return rule.ok ? setClaimRule(ports, tenant, { company, currency, ...rule.value }, actor) : rule;
    },
    (rule) => {
      if (terminal.isJson) terminal.json(claimRuleJson(rule));
      else terminal.print(claimRuleLine(rule, terminal.language));
    },
  );
}

function state(terminal: Terminal, config: Config, scope: Scope, deed: Deed<ClaimState>): Promise<void> {
  return shows(terminal, config, scope, deed, (done) => {
    if (terminal.isJson) return terminal.json(claimStateJson(done));
    const { claim, event, standings } = done;
    const { currency } = claim;
    const open = moneyText({ minor: openMinor(standings), currency });
    terminal.print(text(terminal.language, 'claimDone', { id: claim.id, event, open, currency }));
  });
}

type ReadOptions = {
  readonly amount?: Decimal | undefined;
  readonly day?: LocalDate | undefined;
  readonly line?: number | undefined;
};

function readOptions({ amount, day, line }: ClaimOptions): Result<ReadOptions> {
  const read = dayOf('--day', day);
  if (!read.ok) return read;
  const number = line === undefined ? accept(undefined) : numberOf('--line', line);
  if (!number.ok) return number;
  const decimal = amount === undefined ? undefined : parseDecimal(amount);
  if (amount !== undefined && decimal === undefined) return invalid('--amount', amount, '1.00');
  return accept({ amount: decimal, day: read.value, line: number.value });
}

function wordOf<W extends string>(
  option: string,
  given: string | undefined,
  words: readonly W[],
): Result<W | undefined> {
  const word = words.find((candidate) => candidate === given);
  return given === undefined || word !== undefined ? accept(word) : invalid(option, given, words.join(', '));
}

function dayed(day: LocalDate | undefined): { readonly day?: LocalDate } {
  return day === undefined ? {} : { day };
}

function noted(note: string | undefined): { readonly note?: string } {
  return note === undefined ? {} : { note };
}
