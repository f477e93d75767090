import { call } from '../../api/client.ts';

/** Sends a document that proves a claim, as it is. */
export function sendProof(claim: string, file: File) {
  return call.POST('/api/v1/claim-messages/proofs', {
    params: { query: { claim, name: file.name } },
    body: file as unknown as string,
    bodySerializer: (body: unknown) => body as Blob,
    headers: { 'content-type': 'application/octet-stream' },
  });
}
