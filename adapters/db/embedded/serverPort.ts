import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { type Owner, writeSecretFile } from './durableFile.ts';
import { systemCode } from './embeddedRefused.ts';

/** The only address that the embedded server listens on. */
export const LOOPBACK = '127.0.0.1';

/** The stored port when it is free now, else a new free one, which is stored. */
export async function serverPort(path: string, owner: Owner): Promise<number> {
  const stored = await storedPort(path);
  if (stored !== undefined && (await tryPort(stored)) !== undefined) return stored;
  const port = await tryPort(0);
  if (port === undefined) throw new Error(`Fault: no free port on ${LOOPBACK}`);
  await writeSecretFile(path, `${port}\n`, owner);
  return port;
}

async function storedPort(path: string): Promise<number | undefined> {
  try {
    const port = Number(await readFile(path, 'utf8'));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Listens for a moment; undefined where somebody else does. Port 0 gives any free one. */
function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(undefined));
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : undefined;
      server.close(() => resolve(found));
    });
  });
}
