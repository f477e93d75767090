import { z } from 'zod';
import { DUTIES } from '../../app/access/duty.ts';
import type { PersonDuties } from '../../app/access/listDuties.ts';
import { SCOPES } from '../../app/access/scope.ts';
import type { ApiKey, Person, Service } from '../../app/ports/accessStore.ts';

export const personSchema = z.strictObject({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  partners: z
    .array(z.string())
    .nullable()
    .describe('codes of the partners that a partner’s person sees; null for our own people'),
  isActive: z.boolean(),
  version: z.int().min(1),
});

export const colleagueSchema = z.strictObject({ id: z.uuid(), name: z.string(), isActive: z.boolean() });

export const serviceSchema = z.strictObject({ id: z.uuid(), code: z.string(), name: z.string() });

const instant = z.iso.datetime();

export const keySchema = z.strictObject({
  id: z.string().describe('the part of the key that is no secret'),
  holder: z.strictObject({ kind: z.enum(['person', 'service']), id: z.uuid() }),
  label: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  issuedAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable().describe('to the minute'),
  revokedAt: instant.nullable(),
});

const dutySchema = z.enum(DUTIES);

export const personDutiesSchema = z.strictObject({
  person: z.uuid(),
  login: z.string(),
  duties: z.array(dutySchema),
  conflicts: z.array(z.tuple([dutySchema, dutySchema])),
});

export function personJson({ partners, ...person }: Person) {
  return { ...person, partners: partners ?? null };
}

export function colleagueJson({ id, name, isActive }: Person) {
  return { id, name, isActive };
}

export function serviceJson({ id, code, name }: Service) {
  return { id, code, name };
}

export function keyJson(key: ApiKey) {
  return {
    ...key,
    issuedAt: key.issuedAt.toISOString(),
    expiresAt: key.expiresAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  };
}

export function personDutiesJson({ person, duties, conflicts }: PersonDuties) {
  return { person: person.id, login: person.login, duties, conflicts };
}
