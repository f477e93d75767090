import { basename } from 'node:path';
import { readClaimFile } from '../../adapters/files/readClaimFile.ts';
import { readDocument } from '../../adapters/files/readDocument.ts';
import { refusalsJson } from '../../adapters/http/refusalJson.ts';
import { passDeadlines } from '../../app/claims/claimDeadlines.ts';
import {
  acceptanceJson,
  passedDeadlinesJson,
  submittedClaimJson,
  unrecognisedJson,
} from '../../app/claims/claimJson.ts';
import { listProofs, proveClaim } from '../../app/claims/proveClaim.ts';
import { submitClaims } from '../../app/claims/submitClaims.ts';
import { recordAcceptance, unrecognisedIncome } from '../../app/claims/supplierIncome.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { accept } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';
import { does, shows } from './deed.ts';

/** `openrebate claims submit`: claims of partners from a file. */
export function submitFile(
  terminal: Terminal,
  config: Config,
  path: string,
  { preview = false }: { readonly preview?: boolean },
): Promise<void> {
  const { language } = terminal;
  return shows(
    terminal,
    config,
    'claims:write',
    async (ports, tenant, actor) => {
      const file = await readClaimFile(path);
      if (!file.ok) return file;
      return submitClaims(ports, tenant, { rows: file.value.rows, actor, isPreview: preview });
    },
    ({ claims, refusals, message = null }) => {
      const shown = claims.map(submittedClaimJson);
      for (const { reference, partner, claimed, currency, lines, id } of terminal.isJson ? [] : shown) {
        const decided = lines.filter(({ isDecided }) => isDecided).length;
        const facts = { reference, partner, claimed, currency, lines: lines.length, decided };
        terminal.print(text(language, 'claimTaken', { ...facts, id: preview ? '' : `  ${id}` }));
        for (const { line, match, claimed: asked, found, first } of lines) {
          const earlier = first === null ? '' : `  ${first.reference} ${first.line}`;
          terminal.print(
            text(language, 'claimMatched', { line, match, claimed: asked, found, first: earlier }),
          );
        }
      }
      const output = { claims: shown, refusals: refusalsJson(refusals, language), message };
      if (refusals.length > 0) terminal.refuse(refusals, output);
      else if (terminal.isJson) terminal.json(output);
    },
  );
}

/** `openrebate claims deadlines`: silence and reminders. */
export function passAll(
  terminal: Terminal,
  config: Config,
  options: { readonly day?: string; readonly record?: boolean },
): Promise<void> {
  return shows(
    terminal,
    config,
    'claims:write',
    async (ports, tenant, actor) => {
      const day = dayOf('--day', options.day);
      if (!day.ok) return day;
      const asked = { isRecorded: options.record === true, actor };
      return accept(
        await passDeadlines(ports, tenant, { ...asked, ...(day.value !== undefined && { day: day.value }) }),
      );
    },
    (passed) => {
      const shown = passedDeadlinesJson(passed);
      if (terminal.isJson) return terminal.json(shown);
      for (const { id, reference, partner } of shown.silent)
        terminal.print(text(terminal.language, 'claimSilent', { id, reference, partner }));
      for (const { id, reference, partner, reminder, open, currency, daysLate } of shown.reminders) {
        const facts = { id, reference, partner, reminder, open, currency, days: daysLate };
        terminal.print(text(terminal.language, 'claimReminder', facts));
      }
    },
  );
}

/** `openrebate claims prove`. */
export function proveOne(terminal: Terminal, config: Config, claim: string, path: string): Promise<void> {
  return does(
    terminal,
    config,
    (ports, tenant, actor) =>
      proveClaim(ports, tenant, { claim, actor, name: basename(path), open: () => readDocument(path) }),
    ({ id, name, mediaType, sha256 }) =>
      text(terminal.language, 'claimProven', { id, name, type: mediaType, sha256 }),
    'claims:write',
  );
}

/** `openrebate claims proofs`. */
export function listPapers(terminal: Terminal, config: Config, claim: string): Promise<void> {
  return shows(
    terminal,
    config,
    'claims:read',
    (ports, tenant) => listProofs(ports, tenant, claim),
    (proofs) => {
      if (terminal.isJson) return terminal.json(proofs);
      for (const { id, name, mediaType, sha256 } of proofs)
        terminal.print(text(terminal.language, 'claimProven', { id, name, type: mediaType, sha256 }));
    },
  );
}

/** `openrebate claims accept`: the supplier has accepted the version in force. */
export function acceptOne(
  terminal: Terminal,
  config: Config,
  agreement: string,
  { document, by, on }: { readonly document: string; readonly by: string; readonly on: string },
): Promise<void> {
  return shows(
    terminal,
    config,
    'claims:write',
    async (ports, tenant, actor) => {
      const day = dayOf('--on', on);
      if (!day.ok) return day;
      const said = { agreement, acceptedOn: day.value, acceptedBy: by, document, actor };
      return recordAcceptance(ports, tenant, said);
    },
    (acceptance) => {
      if (terminal.isJson) return terminal.json(acceptanceJson(acceptance));
      const { version, acceptedOn, acceptedBy } = acceptance;
      const facts = { agreement, version, day: formatDate(acceptedOn), acceptedBy };
      terminal.print(text(terminal.language, 'claimAccepted', facts));
    },
  );
}

/** `openrebate claims unrecognised`. */
export function listMissing(terminal: Terminal, config: Config): Promise<void> {
  return shows(
    terminal,
    config,
    'claims:read',
    async (ports, tenant) => accept(await unrecognisedIncome(ports, tenant)),
    (found) => {
      const rows = found.map(unrecognisedJson);
      if (terminal.isJson) return terminal.json(rows);
      for (const { agreement, term, partner, amount, currency, missing } of rows) {
        const facts = { agreement, term, partner, amount, currency, missing: missing.join(', ') };
        terminal.print(text(terminal.language, 'claimUnrecognised', facts));
      }
    },
  );
}
