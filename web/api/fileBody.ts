/** A file as the body of a request: its bytes as they are. The server finds out what it is by its content. */
export function fileBody(file: File, mediaType = 'application/octet-stream') {
  return {
    body: file as never,
    bodySerializer: (body: unknown) => body as Blob,
    headers: { 'content-type': mediaType },
  };
}
