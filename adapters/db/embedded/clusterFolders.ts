import { join } from 'node:path';
import { DATA } from './initCluster.ts';
import { DATABASE } from './stateFolder.ts';

/** Where the embedded PostgreSQL writes; somebody may have put each of them on a disk of its own. */
export function clusterFolders(stateFolder: string) {
  const data = join(stateFolder, DATABASE, DATA);
  return {
    database: [data, join(data, 'base')],
    /** What is written ahead; without room there PostgreSQL ends. */
    log: join(data, 'pg_wal'),
    temporary: join(data, 'base', 'pgsql_tmp'),
  };
}
