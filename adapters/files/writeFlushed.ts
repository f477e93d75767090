import { open } from 'node:fs/promises';

/** Writes a text, bytes, or pieces as they come to a file. When it ends, they are on the disk. */
export async function writeFlushed(
  path: string,
  content: string | Uint8Array | AsyncIterable<string | Uint8Array>,
  mode = 0o666,
): Promise<void> {
  const file = await open(path, 'w', mode);
  try {
    await file.writeFile(content);
    if ((await file.stat()).isFile()) await file.sync();
  } finally {
    await file.close();
  }
}
