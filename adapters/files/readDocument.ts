import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import {
  DOCUMENT_BYTES_MAX,
  DOCUMENT_TYPES,
  type DocumentType,
  type ReadDocument,
} from '../../app/agreements/attachDocument.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';

/**
 * A file that may be attached. Its name and whatever a sender says of it decide nothing: what it is
 * stands in its bytes, and what is not on the list is refused.
 * Refuses: file-not-found, document-empty, document-too-large, document-type-not-allowed.
 */
export async function readDocument(path: string): Promise<Result<ReadDocument>> {
  const file = basename(path);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return refused(refuse('file-not-found', file, { file }));
  if (found.size === 0) return refused(refuse('document-empty', file));
  if (found.size > DOCUMENT_BYTES_MAX) {
    const facts = { bytes: String(found.size), limit: String(DOCUMENT_BYTES_MAX) };
    return refused(refuse('document-too-large', file, facts));
  }
  const content = await readFile(path);
  const type = await typeOf(content);
  if (type.allowed !== undefined) return accept({ content, mediaType: type.allowed });
  const allowed = Object.values(DOCUMENT_TYPES).join(', ');
  return refused(refuse('document-type-not-allowed', file, { type: type.found, allowed }));
}

type Found = { readonly allowed?: DocumentType; readonly found: string };

async function typeOf(content: Uint8Array): Promise<Found> {
  // A broken package is none of the types that are taken.
  const detected = await fileTypeFromBuffer(content).catch(() => ({ mime: 'application/octet-stream' }));
  if (detected !== undefined) {
    const { mime } = detected;
    return isAllowed(mime) ? { allowed: mime, found: mime } : { found: mime };
  }
  const isText = isPlainText(content);
  return isText ? { allowed: 'text/plain; charset=utf-8', found: 'text/plain' } : { found: 'unknown' };
}

function isAllowed(mime: string): mime is DocumentType {
  return Object.hasOwn(DOCUMENT_TYPES, mime);
}

/** UTF-8 without control characters that is neither markup nor a script. */
function isPlainText(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content).trimStart();
    return !/^(<|#!|%!)/.test(text) && !/[\p{Cc}--[\t\n\r]]/v.test(text);
  } catch {
    return false;
  }
}
