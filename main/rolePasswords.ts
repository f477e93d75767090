import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

export type RolePasswords = { readonly owner: string; readonly app: string; readonly portal: string };

/**
 * The passwords of the roles on the embedded server: made at the first start, kept in a file that
 * only its owner can read. Of two first starts at once, the one that names its file first wins.
 */
export async function rolePasswords(stateFolder: string): Promise<RolePasswords> {
  const path = join(stateFolder, 'role-passwords.json');
  const known = await read(path);
  if (known !== undefined) return known;
  const fresh = `${path}.${process.pid}`;
  const file = await open(fresh, 'w', 0o600);
  await file.writeFile(JSON.stringify({ owner: secret(), app: secret(), portal: secret() }));
  await file.sync();
  await file.close();
  await link(fresh, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(fresh);
  const made = await read(path);
  if (made === undefined) throw new Error(`Fault: ${path} vanished`);
  return made;
}

async function read(path: string): Promise<RolePasswords | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function secret(): string {
  return randomBytes(24).toString('base64url');
}
