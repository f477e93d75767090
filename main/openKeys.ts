import { join } from 'node:path';
import { asResult } from '../adapters/db/embedded/embeddedRefused.ts';
import { chooseStateFolder } from '../adapters/db/embedded/stateFolder.ts';
import { keyRing } from '../adapters/system/keyRing.ts';
import { systemClock } from '../adapters/system/systemClock.ts';
import type { KeyRing } from '../app/ports/keyRing.ts';
import { accept, type Result } from '../core/refusal/refusals.ts';
import type { Config } from './config.ts';
import { projectRoot } from './packageRoot.ts';

/** The keys of OPENREBATE_KEY_RING, else those in the folder `keys` of the state folder. */
export function openKeys({ keys }: Config): KeyRing {
  return keyRing(keys === undefined ? { folder: keyFolder } : { given: keys }, systemClock);
}

async function keyFolder(): Promise<Result<string>> {
  const state = await stateFolder();
  return state.ok ? accept(join(state.value, 'keys')) : state;
}

/** The state folder of this installation; made where there is none. Refuses: as chooseStateFolder. */
export async function stateFolder(): Promise<Result<string>> {
  const state = await asResult(() => chooseStateFolder({ checkout: projectRoot(), env: process.env }));
  return state.ok ? accept(state.value.path) : state;
}

/** Makes the first key where there is none, so that a start shows whether it can. Refuses: key-ring-invalid. */
export async function ensureKey(ring: KeyRing): Promise<Result<undefined>> {
  const sealed = await ring.seal('', '');
  return sealed.ok ? accept(undefined) : sealed;
}
