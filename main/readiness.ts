import { checkDatabase } from '../adapters/db/checkDatabase.ts';
import type { Health, HealthUseCases } from '../adapters/http/routes/healthRoutes.ts';
import type { KeyRing } from '../app/ports/keyRing.ts';
import type { RefusalCode } from '../core/refusal/refusals.ts';
import type { Composed } from './compose.ts';
import type { LinesUnderWay } from './linesUnderWay.ts';
import type { Database } from './openDatabase.ts';
import { fullStorages, type Holds, storagesOf } from './storages.ts';

/** What a probe may know of why the server cannot work: a word, and nothing of where or how. */
const CAUSES: { readonly [code in RefusalCode]?: string } = {
  'database-not-migrated': 'schema',
  'database-schema-newer': 'schema',
  'database-role-bypasses-walls': 'role',
  'database-version-unsupported': 'database',
};

/** Probes come often, from everywhere; the database is asked once in so long. */
const REMEMBERED_MS = 2000;

/** What PostgreSQL said of its disk holds for so long: it may have room again, and nobody writes. */
const FULL_MS = 20_000;

/** Without room for these, people still work. */
const BESIDE: ReadonlySet<Holds> = new Set(['uploads', 'backups']);

/** What is asked once in a while. */
type Found = Pick<Health, 'causes' | 'warnings'>;

type Place = Pick<Database, 'appUrl' | 'stateFolder' | 'backups'>;

/** How the process is, as probes ask for it. */
export function readiness(
  ports: Composed,
  place: Place,
  lines: Pick<LinesUnderWay, 'isAny'>,
): HealthUseCases {
  let asked: { readonly at: number; readonly health: Promise<Found> } | undefined;
  return {
    isDatabaseUp: async () => {
      try {
        await ports.store.findTenant('any');
        return true;
      } catch {
        return false;
      }
    },
    look: async () => {
      const now = performance.now();
      if (asked === undefined || now - asked.at > REMEMBERED_MS) {
        asked = { at: now, health: findHealth(ports, place) };
      }
      return { ...(await asked.health), underWay: lines.isAny() ? ['lines'] : [] };
    },
  };
}

async function findHealth(ports: Composed, place: Place): Promise<Found> {
  const [database, full, keys] = await Promise.all([
    databaseCauses(place.appUrl),
    fullDisks(ports, place),
    keyCauses(ports.keys),
  ]);
  const causes = full.filter((holds) => !BESIDE.has(holds)).map((holds) => `disk-${holds}`);
  const warnings = full.filter((holds) => BESIDE.has(holds)).map((holds) => `disk-${holds}`);
  return { causes: [...database, ...causes, ...keys], warnings };
}

/** A ring that cannot be read closes bank accounts; one without keys is only new. */
async function keyCauses(keys: KeyRing): Promise<readonly string[]> {
  try {
    return (await keys.list()).ok ? [] : ['keys'];
  } catch {
    return ['keys'];
  }
}

async function databaseCauses(appUrl: string): Promise<readonly string[]> {
  try {
    const checked = await checkDatabase(appUrl);
    return checked.ok ? [] : [...new Set(checked.refusals.map(({ code }) => CAUSES[code] ?? 'database'))];
  } catch {
    return ['database'];
  }
}

/** What lies on disks without room, as far as this machine sees them; else as PostgreSQL said it. */
async function fullDisks({ fullAt }: Composed, place: Place): Promise<readonly Holds[]> {
  const full = await fullStorages(storagesOf(place));
  const found = [...new Set(full.map(({ holds }) => holds))];
  const said = fullAt();
  const isSaid = said !== undefined && performance.now() - said < FULL_MS;
  return isSaid && found.every((holds) => BESIDE.has(holds)) ? ['database', ...found] : found;
}
