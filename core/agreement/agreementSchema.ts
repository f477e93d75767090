import type { Json } from '../text/canonicalJson.ts';
import { agreementFormat } from './agreementFormat.ts';

/**
 * The published JSON Schema of an agreement file. It says the shape of each field; what spans
 * several fields only `decodeAgreement` says.
 */
export function agreementSchema(): Json {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...(agreementFormat.schema as Readonly<Record<string, Json>>),
  };
}
