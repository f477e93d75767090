import type { Result } from '../../core/refusal/refusals.ts';
import { readJson } from './readJson.ts';
import {
  decodeFactSource,
  decodeLineSource,
  decodeMasterSource,
  type FactSource,
  type LineSource,
  type MasterSource,
} from './sourceDescription.ts';

/** A file that describes how lines are read. Refuses: those of readJson, source-invalid. */
export async function readLineSource(path: string): Promise<Result<LineSource>> {
  const json = await readJson(path);
  return json.ok ? decodeLineSource(json.value) : json;
}

/** A file that describes how master data is read. Refuses: those of readJson, source-invalid. */
export async function readMasterSource(path: string): Promise<Result<MasterSource>> {
  const json = await readJson(path);
  return json.ok ? decodeMasterSource(json.value) : json;
}

/** A file that describes how payments or stock counts are read. Refuses: those of readJson, source-invalid. */
export async function readFactSource(path: string): Promise<Result<FactSource>> {
  const json = await readJson(path);
  return json.ok ? decodeFactSource(json.value) : json;
}
