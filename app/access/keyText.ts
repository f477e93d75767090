/** A key as its holder has it, taken apart: which tenant, which key, and what proves it. */
export type KeyText = { readonly tenant: string; readonly id: string; readonly secret: string };

const KEY = /^ork_([a-z0-9][a-z0-9-]{0,62})_([0-9a-f]{12})_([0-9a-f]{64})$/;

/**
 * The tenant stands in the key, since nothing of a tenant can be read before one is named. The
 * beginning lets scanners of repositories find keys that got lost.
 */
export function keyText({ tenant, id, secret }: KeyText): string {
  return `ork_${tenant}_${id}_${secret}`;
}

export function parseKey(text: string): KeyText | undefined {
  const [, tenant, id, secret] = KEY.exec(text) ?? [];
  if (tenant === undefined || id === undefined || secret === undefined) return undefined;
  return { tenant, id, secret };
}
