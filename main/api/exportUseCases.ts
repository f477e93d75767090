import { accrualExport } from '../../adapters/files/accrualExport.ts';
import { ledgerExport } from '../../adapters/files/ledgerExport.ts';
import { lineExport } from '../../adapters/files/lineExport.ts';
import {
  ACCRUAL_MEDIA_TYPES,
  EXPORT_MEDIA_TYPES,
  type ExportFormat,
  type ExportSeal,
  type ExportUseCases,
  LEDGER_MEDIA_TYPES,
} from '../../adapters/http/routes/exportRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { checkAccruals, exportAccruals } from '../../app/accruals/exportAccruals.ts';
import { exportLines } from '../../app/exports/exportLines.ts';
import { lineRevisions } from '../../app/intake/lineRevisions.ts';
import { reconcileAgreement } from '../../app/intake/reconcile.ts';
import { checkPart, exportLedger } from '../../app/ledgerExport/exportLedger.ts';
import type { Ports } from '../../app/ports.ts';
import { OWN_TABLE } from '../../core/ledgerExport/ledgerTable.ts';
import { accept, refuse, refused } from '../../core/refusal/refusals.ts';
import type { ExportPlaces } from './exportPlaces.ts';
import { streamedExport } from './streamedExport.ts';

type ExportPorts = Ports & { readonly exports: ExportPlaces };

/** Facts going out, as one caller has it. */
export function exportUseCases(ports: ExportPorts, { tenant }: Caller): ExportUseCases {
  const busy = () => refused(refuse('exports-busy', ''));
  return {
    exportLines: async (format) => {
      const free = ports.exports.take(tenant);
      if (free === undefined) return busy();
      const own = { ...ports, store: ports.exports.store };
      const content = streamedExport(
        (take) =>
          exportLines(own, tenant, {}, (about, pages) => take(lineExport(format, about, pages).chunks)),
        free,
      );
      return accept({ content, mediaType: EXPORT_MEDIA_TYPES[format], name: `lines.${format}` });
    },
    exportLedger: async (format, part) => {
      const checked = await checkPart(ports, tenant, part);
      if (!checked.ok) return checked;
      const free = ports.exports.take(tenant);
      if (free === undefined) return busy();
      const own = { ...ports, store: ports.exports.store };
      const content = streamedExport(
        (take) => exportLedger(own, tenant, part, (pages) => take(ledgerExport(format, OWN_TABLE, pages))),
        free,
      );
      const name = `ledger.${format === 'hledger' ? 'journal' : format}`;
      return accept({ content, mediaType: LEDGER_MEDIA_TYPES[format], name });
    },
    exportAccruals: async (format, part) => {
      const checked = await checkAccruals(ports, tenant, part);
      if (!checked.ok) return checked;
      const free = ports.exports.take(tenant);
      if (free === undefined) return busy();
      const own = { ...ports, store: ports.exports.store };
      const content = streamedExport(
        (take) => exportAccruals(own, tenant, part, (pages) => take(accrualExport(format, pages))),
        free,
      );
      return accept({ content, mediaType: ACCRUAL_MEDIA_TYPES[format], name: `accruals.${format}` });
    },
    sealExport: async (format) => {
      const free = ports.exports.take(tenant);
      if (free === undefined) return busy();
      try {
        return accept(await sealOf(ports, tenant, format));
      } finally {
        free();
      }
    },
    reconcileAgreement: (code) => reconcileAgreement(ports, tenant, code),
    lineRevisions: (identity) => lineRevisions(ports, tenant, identity),
  };
}

function sealOf(ports: ExportPorts, tenant: string, format: ExportFormat): Promise<ExportSeal> {
  return exportLines({ ...ports, store: ports.exports.store }, tenant, {}, async (about, pages) => {
    const { chunks, manifest } = lineExport(format, about, pages);
    for await (const _ of chunks);
    return manifest();
  });
}
