import { readCutOverFile } from '../../adapters/files/readCutOverFile.ts';
import type { Actor } from '../../app/actor.ts';
import { compareCutOver } from '../../app/cutOver/compareCutOver.ts';
import { loadCutOver } from '../../app/cutOver/loadCutOver.ts';
import { openCutOver } from '../../app/cutOver/openCutOver.ts';
import { listCutOvers, showCutOver } from '../../app/cutOver/showCutOver.ts';
import { signCutOver } from '../../app/cutOver/signCutOver.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { LOAD_KINDS } from '../../core/cutOver/cutOverFields.ts';
import { accept, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import {
  comparisonLines,
  comparisonOutput,
  cutOverLine,
  cutOverOutput,
  loadedLines,
  loadLine,
} from '../cutOverOutput.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';
import { shows } from './deed.ts';

export type OpenOptions = {
  readonly company: string;
  readonly lastDay: string;
  readonly agreement?: readonly string[];
};

/** `openrebate cutover open`: from now on the agreements are computed beside the old system. */
export function openOne(
  terminal: Terminal,
  config: Config,
  code: string,
  options: OpenOptions,
): Promise<void> {
  const { company, agreement: agreements } = options;
  const deed = async (ports: Ports, tenant: TenantId, actor: Actor) => {
    const lastDay = dayOf('--last-day', options.lastDay);
    if (!lastDay.ok) return lastDay;
    const asked = { code, company, lastDay: lastDay.value, ...(agreements && { agreements }) };
    return openCutOver(ports, tenant, asked, actor);
  };
  return shows(terminal, config, 'cutover:write', deed, (cutOver) => {
    if (terminal.isJson) terminal.json(cutOverOutput(cutOver, []));
    else terminal.print(cutOverLine(cutOver, terminal.language));
  });
}

export type LoadArguments = { readonly kind: string; readonly code: string; readonly file: string };

/** `openrebate cutover load`: all of a file or nothing, in the place of the one before. */
export function loadOne(
  terminal: Terminal,
  config: Config,
  { kind: asked, code, file: path }: LoadArguments,
  { preview = false }: { readonly preview?: boolean },
): Promise<void> {
  const deed = async (ports: Ports, tenant: TenantId, actor: Actor) => {
    const kind = LOAD_KINDS.find((candidate) => candidate === asked);
    if (kind === undefined) {
      const facts = { argument: 'kind', value: asked, expected: LOAD_KINDS.join(', ') };
      return refused(refuse('argument-invalid', 'kind', facts));
    }
    const read = await readCutOverFile(path, kind);
    if (!read.ok) return read;
    const { name, sha256, rows } = read.value;
    return loadCutOver(ports, tenant, { cutOver: code, kind, name, sha256, rows }, { actor, preview });
  };
  return shows(terminal, config, 'cutover:write', deed, (loaded) => {
    if (!terminal.isJson) for (const line of loadedLines(loaded, terminal.language)) terminal.print(line);
    if (loaded.refusals.length > 0) terminal.refuse(loaded.refusals, loaded);
    else if (terminal.isJson) terminal.json(loaded);
  });
}

/** `openrebate cutover show`: the list, or one with its loads. */
export function showCutOvers(terminal: Terminal, config: Config, code: string | undefined): Promise<void> {
  const deed = async (ports: Ports, tenant: TenantId) => {
    if (code !== undefined) {
      const shown = await showCutOver(ports, tenant, code);
      return shown.ok ? accept([shown.value]) : shown;
    }
    const all = await listCutOvers(ports, tenant);
    return all.ok ? accept(all.value.map((cutOver) => ({ cutOver, loads: [] }))) : all;
  };
  return shows(terminal, config, 'cutover:read', deed, (shown) => {
    if (terminal.isJson) terminal.json(shown.map(({ cutOver, loads }) => cutOverOutput(cutOver, loads)));
    for (const { cutOver, loads } of terminal.isJson ? [] : shown) {
      terminal.print(cutOverLine(cutOver, terminal.language));
      for (const load of loads) terminal.print(loadLine(load, terminal.language));
    }
  });
}

/** `openrebate cutover compare`: the differences by reason, then account by account. */
export function compareOne(
  terminal: Terminal,
  config: Config,
  code: string,
  options: { readonly effective?: string; readonly all?: boolean },
): Promise<void> {
  const deed = async (ports: Ports, tenant: TenantId) => {
    const effective = dayOf('--effective', options.effective);
    if (!effective.ok) return effective;
    const day = effective.value;
    return compareCutOver(ports, tenant, { cutOver: code, ...(day !== undefined && { effective: day }) });
  };
  return shows(terminal, config, 'cutover:read', deed, (compared) => {
    if (terminal.isJson) return terminal.json(comparisonOutput(compared));
    for (const line of comparisonLines(compared, terminal.language, options.all === true))
      terminal.print(line);
  });
}

/** `openrebate cutover sign`: a person signs, and the agreements begin to book. */
export function signOne(
  terminal: Terminal,
  config: Config,
  code: string,
  { sha256, note = '' }: { readonly sha256: string; readonly note?: string },
): Promise<void> {
  const deed = (ports: Ports, tenant: TenantId, actor: Actor) =>
    signCutOver(ports, tenant, { cutOver: code, sha256, note, actor });
  return shows(terminal, config, 'agreements:approve', deed, ({ signedBy, batch, signedAt }) => {
    if (terminal.isJson) return terminal.json({ code, signedBy, batch, signedAt: signedAt.toISOString() });
    const day = formatDate(Math.floor(signedAt.getTime() / 86_400_000));
    terminal.print(text(terminal.language, 'cutOverSigned', { code, signedBy, day }));
  });
}
