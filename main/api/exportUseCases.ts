import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { lineExport } from '../../adapters/files/lineExport.ts';
import {
  EXPORT_MEDIA_TYPES,
  type ExportFormat,
  type ExportSeal,
  type ExportUseCases,
} from '../../adapters/http/routes/exportRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { exportLines } from '../../app/exports/exportLines.ts';
import { lineRevisions } from '../../app/intake/lineRevisions.ts';
import { reconcileAgreement } from '../../app/intake/reconcile.ts';
import type { Ports } from '../../app/ports.ts';
import { accept, refuse, refused } from '../../core/refusal/refusals.ts';
import type { ExportPlaces } from './exportPlaces.ts';

type ExportPorts = Ports & { readonly exports: ExportPlaces };

/** Whoever takes nothing for so long has gone, whatever the connection says. */
const STALLED_MS = 60_000;

/** Facts going out, as one caller has it. */
export function exportUseCases(ports: ExportPorts, { tenant }: Caller): ExportUseCases {
  const busy = () => refused(refuse('exports-busy', ''));
  return {
    exportLines: async (format) => {
      const free = ports.exports.take(tenant);
      if (free === undefined) return busy();
      const content = exported(ports, tenant, format, free);
      return accept({ content, mediaType: EXPORT_MEDIA_TYPES[format], name: `lines.${format}` });
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

/** The lines as they are read; whoever takes them away too early, or not at all, ends the reading. */
function exported(ports: ExportPorts, tenant: string, format: ExportFormat, free: () => void): Readable {
  const content = new PassThrough();
  const stalled = () => content.destroy(new Error('The export was not taken away'));
  exportLines({ ...ports, store: ports.exports.store }, tenant, {}, (about, pages) =>
    pipeline(Readable.from(watched(lineExport(format, about, pages).chunks, stalled)), content),
  )
    .catch((error: Error) => content.destroy(error))
    .finally(free);
  return content;
}

/** Says so where nobody asks for the next piece in time. */
async function* watched(chunks: AsyncIterable<Buffer>, stalled: () => void): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const watch = setTimeout(stalled, STALLED_MS);
    try {
      yield chunk;
    } finally {
      clearTimeout(watch);
    }
  }
}
