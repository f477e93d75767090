import { receivedMaster } from '../../adapters/files/readMaster.ts';
import type { MasterFile } from '../../app/intake/masterFile.ts';
import { taken } from './scenario.ts';

/** A file of master data in our own form. */
export function ownMaster(json: unknown): MasterFile {
  return taken(receivedMaster(json, 'master.json'));
}
