import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFreshFolder, renameDurably, writeSecretFile } from './durableFile.ts';
import { EmbeddedRefused } from './embeddedRefused.ts';
import { runAs } from './runAs.ts';
import { DATABASE, type StateFolder } from './stateFolder.ts';

/** The superuser of the cluster; its password lies beside the data. */
export const SUPERUSER = 'postgres';

/** Names inside the database folder. */
export const DATA = 'data';
export const PASSWORD = 'password';

/** The locale is PostgreSQL's own: an update of the machine's C library cannot reorder an index. */
const OPTIONS = [
  `--username=${SUPERUSER}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  '--no-instructions',
];

/**
 * Makes the database folder, data and password together, under a temporary name, then renames it:
 * a start that is cut off leaves nothing half made under the real name.
 * Refuses: database-embedded-unavailable (platform, reason).
 */
export async function initCluster({ path, user }: StateFolder, binaries: string): Promise<void> {
  const fresh = await makeFreshFolder(path, DATABASE, user);
  try {
    const password = join(fresh, PASSWORD);
    await writeSecretFile(password, randomBytes(24).toString('base64url'), user);
    const places = [`--pgdata=${join(fresh, DATA)}`, `--pwfile=${password}`];
    const { exitCode, output } = await runAs(user, join(binaries, 'bin/initdb'), [...OPTIONS, ...places]);
    if (exitCode !== 0) {
      const reason = output.split('\n').find((line) => /error|fatal/i.test(line)) ?? output.trim();
      const facts = { platform: `${process.platform}-${process.arch}`, reason };
      throw new EmbeddedRefused('database-embedded-unavailable', 'database', facts);
    }
    await renameDurably(fresh, join(path, DATABASE));
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}
