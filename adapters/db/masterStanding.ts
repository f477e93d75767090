/** Whether a version of master data is the last word on its day, and does not take it back. */
export const stands = (m: string) => `NOT ${m}.withdrawn AND NOT EXISTS (
    SELECT FROM master_version later
    WHERE later.tenant_id = ${m}.tenant_id AND later.kind = ${m}.kind AND later.code = ${m}.code
      AND later.valid_from = ${m}.valid_from AND later.batch > ${m}.batch)`;
