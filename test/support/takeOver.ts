import { createHash } from 'node:crypto';
import type { Actor } from '../../app/actor.ts';
import { compareCutOver } from '../../app/cutOver/compareCutOver.ts';
import { type LoadedFile, loadCutOver } from '../../app/cutOver/loadCutOver.ts';
import { openCutOver } from '../../app/cutOver/openCutOver.ts';
import { signCutOver } from '../../app/cutOver/signCutOver.ts';
import type { LoadKind } from '../../core/cutOver/cutOverFields.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { dayOf, type Scenario, taken } from './scenario.ts';

export const LOADER: Actor = { kind: 'person', id: 'loader' };
/** Whose file was replaced by that of the loader. */
export const FIRST_LOADER: Actor = { kind: 'person', id: 'first-loader' };
export const SIGNER: Actor = { kind: 'person', id: 'signer' };

export type Row = Readonly<Record<string, string>>;

/** A cut-over of a scenario, in the few words that a test needs. */
export function takeOver({ ports, tenant }: Scenario, code: string) {
  const load = (
    kind: LoadKind,
    rows: readonly Row[],
    preview = false,
    actor = LOADER,
  ): Promise<Result<LoadedFile>> => {
    const sha256 = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    const numbered = rows.map((texts, index) => ({ row: index + 1, texts }));
    const file = { cutOver: code, kind, name: `${kind}.csv`, sha256, rows: numbered };
    return loadCutOver(ports, tenant, file, { actor, preview });
  };
  const compare = () => compareCutOver(ports, tenant, { cutOver: code });
  return {
    open: (company: string, lastDay: string, agreements?: readonly string[]) =>
      openCutOver(
        ports,
        tenant,
        { code, company, lastDay: dayOf(lastDay), ...(agreements && { agreements }) },
        LOADER,
      ),
    load,
    compare,
    sign: async (note: string, actor = SIGNER, sha256?: string, by = ports) => {
      const seen = sha256 ?? taken(await compare()).sha256;
      return signCutOver(by, tenant, { cutOver: code, sha256: seen, note, actor });
    },
  };
}
