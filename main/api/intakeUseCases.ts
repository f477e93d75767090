import { Readable } from 'node:stream';
import { decodeSource } from '../../adapters/files/sourceDescription.ts';
import { failedRowsText } from '../../adapters/files/writeFailedRows.ts';
import type { ImportUnderWay, ImportUseCases, SentFile } from '../../adapters/http/routes/importRoutes.ts';
import type { QuarantineUseCases } from '../../adapters/http/routes/quarantineRoutes.ts';
import type { SenderUseCases } from '../../adapters/http/routes/senderRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { importFacts } from '../../app/facts/importFacts.ts';
import { confirmAlias } from '../../app/intake/confirmAlias.ts';
import { dismissRows } from '../../app/intake/dismissRows.ts';
import { findMapping } from '../../app/intake/findMapping.ts';
import { importItems } from '../../app/intake/importItems.ts';
import { importLines } from '../../app/intake/importLines.ts';
import type { LineImport } from '../../app/intake/lineImport.ts';
import { openRows } from '../../app/intake/openRows.ts';
import { previewFacts, previewLines } from '../../app/intake/previewLines.ts';
import { reconcileImport } from '../../app/intake/reconcile.ts';
import { repairRows } from '../../app/intake/repairRows.ts';
import { replayQuarantine } from '../../app/intake/replayQuarantine.ts';
import { saveMapping } from '../../app/intake/saveMapping.ts';
import { showImport } from '../../app/intake/showImport.ts';
import { suggestAliases } from '../../app/intake/suggestAliases.ts';
import { previewUndo, undoImport } from '../../app/intake/undoImport.ts';
import type { FactKind } from '../../app/ports/factStore.ts';
import type { Ports } from '../../app/ports.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { describedFacts, describedFile } from '../describedFile.ts';
import type { ImportsUnderWay } from './importsUnderWay.ts';

type IntakeUseCases = ImportUseCases & QuarantineUseCases & SenderUseCases;

/** Bringing facts in, and what becomes of them, as one caller has it. */
export function intakeUseCases(ports: Ports, caller: Caller, underWay: ImportsUnderWay): IntakeUseCases {
  return {
    ...importing(ports, caller, underWay),
    ...waiting(ports, caller),
    ...senders(ports, caller),
  };
}

function importing(ports: Ports, { tenant, actor }: Caller, underWay: ImportsUnderWay): ImportUseCases {
  const inputOf = async (file: SentFile): Promise<Result<LineImport>> => {
    const { path, name, mapping, mode, documents, unknown } = file;
    const described = await describedFile(ports, tenant, path, {
      name,
      ...(mapping !== undefined && { mapping }),
    });
    if (!described.ok) return described;
    return accept({
      ...described.value,
      actor,
      ...(mode && { mode }),
      ...(documents && { documents }),
      ...(unknown && { unknown }),
    });
  };
  const factsOf = async (kind: FactKind, { path, name, mapping }: SentFile) => {
    const described = await describedFacts(ports, tenant, kind, path, {
      name,
      ...(mapping !== undefined && { mapping }),
    });
    return described.ok ? accept({ ...described.value, actor }) : described;
  };
  return {
    importFile: (file) =>
      underWay.follow(tenant, { ...aboutOf(file), isPreview: false }, async (onProgress) => {
        const { kind, mode } = file;
        if (kind === 'lines') {
          const input = await inputOf(file);
          return input.ok ? importLines(ports, tenant, { ...input.value, onProgress }) : input;
        }
        const input = await factsOf(kind, file);
        const how = { onProgress, ...(mode && { mode }) };
        return input.ok ? importFacts(ports, tenant, { ...input.value, ...how }) : input;
      }),
    previewFile: (file, earnings) =>
      underWay.follow(tenant, { ...aboutOf(file), isPreview: true }, async (onProgress) => {
        if (file.kind !== 'lines') {
          const input = await factsOf(file.kind, file);
          return input.ok ? previewFacts(ports, tenant, { ...input.value, onProgress }, { earnings }) : input;
        }
        const input = await inputOf(file);
        if (!input.ok) return input;
        const { mode: _, key: __, ...asked } = input.value;
        return previewLines(ports, tenant, { ...asked, onProgress }, { earnings });
      }),
    listImportsUnderWay: () => underWay.of(tenant),
    importItems: (items) => importItems(ports, tenant, { ...items, actor }),
    listImports: (page) => ports.store.inTenant(tenant, (tx) => tx.received.imports(page)),
    reconcileImport: (id) => reconcileImport(ports, tenant, id),
    previewUndo: (document) => previewUndo(ports, tenant, { document, actor }),
    undoImport: (document, reason) => undoImport(ports, tenant, { document, reason, actor }),
  };
}

function aboutOf({ name, kind }: SentFile): Pick<ImportUnderWay, 'name' | 'kind'> {
  return { name, kind };
}

function waiting(ports: Ports, { tenant, actor }: Caller): QuarantineUseCases {
  return {
    listQuarantine: (filter, page) =>
      ports.store.inTenant(tenant, (tx) => tx.received.quarantined(filter, page)),
    quarantineReasons: (document) => ports.store.inTenant(tenant, (tx) => tx.received.reasons(document)),
    repairRows: (id, repairs) => repairRows(ports, tenant, { import: id, repairs, actor }),
    replayQuarantine: (chosen) => replayQuarantine(ports, tenant, { ...chosen, actor }),
    dismissRows: (id, chosen) => dismissRows(ports, tenant, { import: id, ...chosen, actor }),
    failedRows: async (id, language) => {
      const shown = await showImport(ports, tenant, id);
      if (!shown.ok) return shown;
      const { columns, name } = shown.value.stored.document;
      const texts = failedRowsText({ columns, import: id, language }, openRows(ports, tenant, id));
      return accept({
        content: Readable.from(texts),
        mediaType: 'text/csv; charset=utf-8',
        name: `${name.replace(/\.\w+$/, '')}-failed.csv`,
      });
    },
  };
}

function senders(ports: Ports, { tenant, actor }: Caller): SenderUseCases {
  return {
    suggestAliases: (limit) => suggestAliases(ports, tenant, { limit }),
    listAliases: () => ports.store.inTenant(tenant, (tx) => tx.aliases.current()),
    confirmAlias: (alias) => confirmAlias(ports, tenant, alias, actor),
    listMappings: () => ports.store.inTenant(tenant, (tx) => tx.mappings.all()),
    findMapping: (name) => findMapping(ports, tenant, name),
    saveMapping: async (name, description, columns) => {
      const decoded = decodeSource(description);
      if (!decoded.ok) return decoded;
      return saveMapping(ports, tenant, { name, description, actor, ...(columns && { columns }) });
    },
  };
}
