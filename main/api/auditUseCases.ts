import { auditExport } from '../../adapters/files/auditExport.ts';
import { AUDIT_MEDIA_TYPES, type AuditUseCases } from '../../adapters/http/routes/auditRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { eraseAudit } from '../../app/audit/eraseAudit.ts';
import { exportAudit } from '../../app/audit/exportAudit.ts';
import { auditHead, listAudit } from '../../app/audit/listAudit.ts';
import { verifyAudit } from '../../app/audit/verifyAudit.ts';
import type { Ports } from '../../app/ports.ts';
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
    eraseAudit: (id, reason) => eraseAudit(ports, tenant, { id, reason, actor }),
  };
}
