import { checkDatabase } from '../adapters/db/checkDatabase.ts';
import type { HealthUseCases } from '../adapters/http/routes/healthRoutes.ts';
import { diskFault } from '../adapters/system/diskSpace.ts';
import type { KeyRing } from '../app/ports/keyRing.ts';
import type { RefusalCode } from '../core/refusal/refusals.ts';
import type { Composed } from './compose.ts';

/** What a probe may know of why the server cannot work: a word, and nothing of where or how. */
const CAUSES: { readonly [code in RefusalCode]?: string } = {
  'database-not-migrated': 'schema',
  'database-schema-newer': 'schema',
  'database-role-bypasses-walls': 'role',
  'database-version-unsupported': 'database',
};

/** Probes come often, from everywhere; the database is asked once in so long. */
const REMEMBERED_MS = 2000;

/** How the process is, as probes ask for it. The state folder is undefined on a server of one's own. */
export function readiness(ports: Composed, appUrl: string, stateFolder: string | undefined): HealthUseCases {
  let asked: { readonly at: number; readonly causes: Promise<readonly string[]> } | undefined;
  return {
    isDatabaseUp: async () => {
      try {
        await ports.store.findTenant('any');
        return true;
      } catch {
        return false;
      }
    },
    causes: () => {
      const now = performance.now();
      if (asked === undefined || now - asked.at > REMEMBERED_MS) {
        asked = { at: now, causes: findCauses(ports, appUrl, stateFolder) };
      }
      return asked.causes;
    },
  };
}

async function findCauses(
  { keys }: Composed,
  appUrl: string,
  stateFolder: string | undefined,
): Promise<readonly string[]> {
  const found = await Promise.all([databaseCauses(appUrl), diskCauses(stateFolder), keyCauses(keys)]);
  return found.flat();
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

async function diskCauses(stateFolder: string | undefined): Promise<readonly string[]> {
  if (stateFolder === undefined) return [];
  try {
    return (await diskFault(stateFolder)) === undefined ? [] : ['disk'];
  } catch {
    return ['disk'];
  }
}
