import { Readable } from 'node:stream';
import { auditExport } from '../../adapters/files/auditExport.ts';
import { auditPackageFiles, zipped } from '../../adapters/files/auditPackageFiles.ts';
import { AUDIT_MEDIA_TYPES, type AuditUseCases } from '../../adapters/http/routes/auditRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { auditPackage } from '../../app/audit/auditPackage.ts';
import { eraseAudit } from '../../app/audit/eraseAudit.ts';
import { exportAudit } from '../../app/audit/exportAudit.ts';
import { auditHead, listAudit } from '../../app/audit/listAudit.ts';
import { verifyAudit } from '../../app/audit/verifyAudit.ts';
import type { Ports } from '../../app/ports.ts';
import { monthOf } from '../../core/auditPackage/monthOf.ts';
import { accept, refuse, refused } from '../../core/refusal/refusals.ts';
import type { ExportPlaces } from './exportPlaces.ts';
import { streamedExport } from './streamedExport.ts';

/** The audit trail as one caller has it. */
export function auditUseCases(
  ports: Ports & { readonly exports: ExportPlaces },
  { tenant, actor }: Caller,
): AuditUseCases {
  return {
    listAudit: (filter) => listAudit(ports, tenant, filter),
    auditHead: () => auditHead(ports, tenant),
    verifyAudit: (expected) => verifyAudit(ports, tenant, expected),
    exportAudit: async (format) => {
      const free = ports.exports.take(tenant);
      if (free === undefined) return refused(refuse('exports-busy', ''));
      const own = { ...ports, store: ports.exports.store };
      const content = streamedExport(
        (take) => exportAudit(own, tenant, (pages) => take(auditExport(format, pages))),
        free,
      );
      return accept({ content, mediaType: AUDIT_MEDIA_TYPES[format], name: `audit.${format}` });
    },
    packAudit: async ({ company, period, seed, size }) => {
      const free = ports.exports.take(tenant);
      if (free === undefined) return refused(refuse('exports-busy', ''));
      try {
        const days = monthOf(period);
        if (days === undefined) throw new Error(`Fault: ${period} is no month`);
        const own = { ...ports, store: ports.exports.store };
        const found = await auditPackage(own, tenant, { company, seed, size, ...days });
        if (!found.ok) return found;
        const content = Readable.from([await zipped(auditPackageFiles(found.value))]);
        return accept({ content, mediaType: 'application/zip', name: `audit-${company}-${period}.zip` });
      } finally {
        free();
      }
    },
    eraseAudit: (id, reason) => eraseAudit(ports, tenant, { id, reason, actor }),
  };
}
