import { readBulkFile } from '../../adapters/files/readBulkFile.ts';
import type { BulkAgreementUseCases } from '../../adapters/http/routes/bulkAgreementRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { Ports } from '../../app/ports.ts';
import { approveBulk, bulkVersion, showBulk } from '../../app/yearEnd/approveBulk.ts';
import { listBulks } from '../../app/yearEnd/listBulks.ts';
import { previewBulk } from '../../app/yearEnd/previewBulk.ts';
import { submitBulk } from '../../app/yearEnd/submitBulk.ts';
import { accept } from '../../core/refusal/refusals.ts';

/** Many agreements from one spreadsheet, as one caller has them. */
export function bulkAgreementUseCases(ports: Ports, { tenant, actor }: Caller): BulkAgreementUseCases {
  return {
    previewBulk: async ({ path, name }) => {
      const file = await readBulkFile(path, { name });
      return file.ok ? previewBulk(ports, tenant, file.value.rows) : file;
    },
    submitBulk: async ({ path, name }) => {
      const file = await readBulkFile(path, { name });
      if (!file.ok) return file;
      const { sha256, rows } = file.value;
      return submitBulk(ports, tenant, { name, sha256, rows, actor });
    },
    listBulks: (page) => listBulks(ports, tenant, page),
    showBulk: async (id) => {
      const shown = await showBulk(ports, tenant, id);
      if (!shown.ok) return shown;
      return accept({ ...shown.value, version: bulkVersion(ports, shown.value.entries) });
    },
    approveBulk: (approval) => approveBulk(ports, tenant, { ...approval, actor }),
  };
}
