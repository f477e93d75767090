import { lastBackup } from '../../adapters/db/backup/recordBackup.ts';
import { checkDatabase } from '../../adapters/db/checkDatabase.ts';
import { systemClock } from '../../adapters/system/systemClock.ts';
import { businessDay } from '../../app/businessDay.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import type { Refusal } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import { compose } from '../compose.ts';
import type { Config } from '../config.ts';
import { type Database, openDatabase } from '../openDatabase.ts';
import { refusalLine, type Terminal } from '../terminal.ts';
import { text } from '../texts.ts';

type Check = {
  readonly name: string;
  readonly found: string;
  readonly refusals: readonly Refusal[];
};

/** `openrebate doctor`: what is there, what is fit, and what to do about the rest. Changes nothing. */
export async function examine(terminal: Terminal, config: Config): Promise<void> {
  const node: Check = { name: 'node', found: process.version, refusals: [] };
  const opened = await openDatabase(config, terminal.say);
  if (!opened.ok) return report(terminal, [node, { name: 'database', found: '', refusals: opened.refusals }]);
  try {
    report(terminal, [node, ...(await databaseChecks(opened.value, config, terminal.language))]);
  } finally {
    await opened.value.stop();
  }
}

async function databaseChecks(database: Database, config: Config, language: Language): Promise<Check[]> {
  const place: Check = { name: 'database', found: database.place, refusals: [] };
  const checked = await checkDatabase(database.appUrl);
  if (!checked.ok) return [place, { name: 'fitness', found: '', refusals: checked.refusals }];
  const { version, role, schema } = checked.value;
  const fit: Check = {
    name: 'fitness',
    found: text(language, 'fitness', { version, role, schema }),
    refusals: [],
  };
  return [place, fit, await backupCheck(database, language), await tenantCheck(database, config, language)];
}

const HOUR_MS = 3_600_000;

/** How old the last backup is; whether that is too old is for people to say. */
async function backupCheck({ appUrl }: Database, language: Language): Promise<Check> {
  const at = await lastBackup(appUrl);
  if (at === undefined) return { name: 'backup', found: text(language, 'noBackup'), refusals: [] };
  const hours = Math.floor((systemClock.now().getTime() - at.getTime()) / HOUR_MS);
  return {
    name: 'backup',
    found: text(language, 'lastBackup', { at: at.toISOString(), hours }),
    refusals: [],
  };
}

async function tenantCheck(database: Database, config: Config, language: Language): Promise<Check> {
  const ports = compose(database);
  try {
    const tenant = await ports.store.findTenant(config.tenant);
    if (tenant === undefined) {
      const refusal: Refusal = {
        code: 'tenant-not-found',
        at: 'OPENREBATE_TENANT',
        facts: { tenant: config.tenant },
      };
      return { name: 'tenant', found: '', refusals: [refusal] };
    }
    const found = await ports.store.inTenant(tenant, async (tx) => {
      const day = await businessDay(tx, ports.clock);
      const batch = await tx.batches.last();
      const due = await tx.runs.dueCount(batch, day);
      return text(language, 'tenant', { tenant: config.tenant, day: formatDate(day), batch, due });
    });
    return { name: 'tenant', found, refusals: [] };
  } finally {
    await ports.store.close();
  }
}

function report(terminal: Terminal, checks: readonly Check[]): void {
  const refusals = checks.flatMap((check) => check.refusals);
  if (refusals.length > 0) process.exitCode = 1;
  if (terminal.isJson) {
    terminal.json({ checks });
    return;
  }
  for (const { name, found, refusals: no } of checks) {
    const verdict = text(terminal.language, no.length === 0 ? 'good' : 'bad');
    terminal.print(`${verdict}  ${name.padEnd(10)} ${found}`);
    for (const refusal of no) terminal.print(`    ${refusalLine(refusal, terminal.language)}`);
  }
}
