import { readCutOverFile } from '../../adapters/files/readCutOverFile.ts';
import type { CutOverUseCases } from '../../adapters/http/routes/cutOverRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { compareCutOver } from '../../app/cutOver/compareCutOver.ts';
import { loadCutOver } from '../../app/cutOver/loadCutOver.ts';
import { openCutOver } from '../../app/cutOver/openCutOver.ts';
import { listCutOvers, showCutOver } from '../../app/cutOver/showCutOver.ts';
import { signCutOver } from '../../app/cutOver/signCutOver.ts';
import type { Ports } from '../../app/ports.ts';

/** Taking over from an old system, as one caller has it. */
export function cutOverUseCases(ports: Ports, { tenant, actor }: Caller): CutOverUseCases {
  return {
    listCutOvers: () => listCutOvers(ports, tenant),
    showCutOver: (code) => showCutOver(ports, tenant, code),
    openCutOver: (asked) => openCutOver(ports, tenant, asked, actor),
    loadCutOver: async ({ cutOver, kind, path, name }, { preview }) => {
      const file = await readCutOverFile(path, kind, { name });
      if (!file.ok) return file;
      const { sha256, rows } = file.value;
      return loadCutOver(ports, tenant, { cutOver, kind, name, sha256, rows }, { actor, preview });
    },
    compareCutOver: (asked) => compareCutOver(ports, tenant, asked),
    signCutOver: (signing) => signCutOver(ports, tenant, { ...signing, actor }),
  };
}
