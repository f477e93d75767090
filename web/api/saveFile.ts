/** An answer that is a file: `call.GET(…, { parseAs: 'blob' })`. */
type FileAnswer = { readonly data?: unknown; readonly response: Response };

/** Lets the browser save a file that was asked for, under the name that the server gives it. */
export async function saveFile(asked: Promise<FileAnswer>, otherwise: string): Promise<void> {
  const { data, response } = await asked;
  saveBlob(data as Blob, nameIn(response.headers.get('content-disposition')) ?? otherwise);
}

/** Lets the browser save a text that was made here. */
export function saveText(text: string, name: string): void {
  saveBlob(new Blob([text], { type: 'application/json' }), name);
}

function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** The name in a header, in its long form where there is one. */
export function nameIn(header: string | null): string | undefined {
  const long = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1];
  if (long !== undefined) return decodeURIComponent(long);
  return /filename="([^"]+)"/i.exec(header ?? '')?.[1];
}
