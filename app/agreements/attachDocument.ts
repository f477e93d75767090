import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { hex } from '../../core/text/hex.ts';
import type { Actor } from '../actor.ts';
import { isUuid } from '../isUuid.ts';
import type { AgreementDocument } from '../ports/documentStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { openDossier } from './commentAgreement.ts';
import { documentName } from './documentName.ts';
import { versionInForce } from './versionInForce.ts';
import { writeDeed } from './writeDeed.ts';

export const DOCUMENT_BYTES_MAX = 10 * 1024 ** 2;
const DOCUMENTS_MAX = 100;

/** What may be attached, with the ending of its name. Which of them a file is, its content decides. */
export const DOCUMENT_TYPES = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'text/plain; charset=utf-8': 'txt',
} as const;
export type DocumentType = keyof typeof DOCUMENT_TYPES;

/** A file whose size is bounded and whose type its content has shown. */
export type ReadDocument = { readonly content: Uint8Array; readonly mediaType: DocumentType };

export type Attachment = {
  readonly actor: Actor;
  readonly agreement: string;
  /** As the sender calls it; cleaned before it is kept. */
  readonly name: string;
  readonly open: () => Promise<Result<ReadDocument>>;
  readonly reason?: string;
};

export type AttachedDocument = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  /** False: the same bytes were attached to the agreement already. */
  readonly isNew: boolean;
};

/**
 * Attaches a document to an agreement, with its bytes and their hash. It is never changed; the same
 * bytes again change nothing.
 * Refuses: what opening refuses, agreement-not-found, documents-too-many.
 */
export async function attachDocument(
  ports: Ports,
  tenant: TenantId,
  { actor, agreement: code, name: given, open, reason }: Attachment,
): Promise<Result<AttachedDocument>> {
  const read = await open();
  if (!read.ok) return read;
  const { content, mediaType } = read.value;
  const sha256 = hex(ports.sha256(content));
  return ports.store.inTenant(tenant, async (tx) => {
    const opened = await openDossier(tx, code);
    if (!opened.ok) return opened;
    const known = await tx.documents.of(code);
    const same = known.find((document) => document.sha256 === sha256);
    if (same !== undefined) return accept({ ...attached(same), isNew: false });
    if (known.length >= DOCUMENTS_MAX) {
      return refused(refuse('documents-too-many', 'agreement', { limit: String(DOCUMENTS_MAX) }));
    }
    const name = documentName(given, DOCUMENT_TYPES[mediaType]);
    const why = reason === undefined ? {} : { reason };
    const number = await writeDeed(ports, tx, code, { deed: 'attach', actor, path: name, ...why });
    const document = { id: ports.ids.next(), code, number, name, mediaType, sha256 };
    await tx.documents.add(document, content);
    return accept({ ...attached(document), isNew: true });
  });
}

function attached({
  id,
  name,
  mediaType,
  sha256,
}: Pick<AgreementDocument, 'id' | 'name' | 'mediaType' | 'sha256'>): Omit<AttachedDocument, 'isNew'> {
  return { id, name, mediaType, sha256 };
}

/**
 * The documents of an agreement.
 * Refuses: agreement-not-found.
 */
export function listDocuments(
  ports: Ports,
  tenant: TenantId,
  code: string,
): Promise<Result<readonly AgreementDocument[]>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const isKnown = (await tx.dossiers.exists(code)) || (await versionInForce(tx, code)) !== undefined;
    if (!isKnown) return refused(refuse('agreement-not-found', 'agreement', { id: code }));
    return accept(await tx.documents.of(code));
  });
}

/** A document as it goes out. */
export type OpenedDocument = {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly content: Uint8Array;
};

/**
 * The bytes of a document, as they came in.
 * Refuses: document-not-found.
 */
export function openDocument(ports: Ports, tenant: TenantId, id: string): Promise<Result<OpenedDocument>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = isUuid(id) ? await tx.documents.content(id) : undefined;
    return found === undefined ? refused(refuse('document-not-found', 'id', { id })) : accept(found);
  });
}
