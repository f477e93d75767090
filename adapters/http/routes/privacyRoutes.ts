import { z } from 'zod';
import { FATES } from '../../../app/ports/privacyStore.ts';
import type { Forgetting, Forgotten } from '../../../app/privacy/erasePerson.ts';
import type { PersonalData } from '../../../app/privacy/exportPerson.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { personJson, personSchema } from '../accessJson.ts';
import { plainText } from '../jsonBody.ts';
import { idPart } from '../parts.ts';
import { answer, route } from '../route.ts';

export type PrivacyUseCases = {
  /** Refuses: person-not-found. */
  readonly exportPerson: (id: string) => Promise<Result<PersonalData>>;
  /** Refuses: audit-reason-missing, person-not-found, person-not-gone. */
  readonly erasePerson: (wanted: Forgetting) => Promise<Result<Forgotten>>;
};

const PERSON_ID = '0199b5a0-7c00-7000-8000-000000000001';
const PERSON = {
  id: PERSON_ID,
  login: 'ann.lee',
  name: 'Ann Lee',
  partners: null,
  isActive: false,
  version: 2,
};
const FORGOTTEN = { ...PERSON, login: `~${PERSON_ID}`, name: 'Erased person 1', version: 3 };

const ID = { id: idPart('person', 'person-not-found', 'the id of a person') };
const define = route<PrivacyUseCases>();

const placeSchema = z.strictObject({
  place: z.string().describe('the table that holds it'),
  fate: z.enum(FATES).describe('what becomes of it when the person is forgotten'),
  rows: z.array(z.record(z.string(), z.unknown())).describe('as they lie there, without secrets'),
});

export const privacyRoutes = [
  define({
    id: 'exportPerson',
    method: 'GET',
    path: '/api/v1/persons/{id}/personal-data',
    summary: 'Everything that is kept of a person, and what becomes of it when they are forgotten',
    scope: 'access:write',
    parts: ID,
    answer: z.strictObject({ person: personSchema, places: z.array(placeSchema) }),
    example: {
      path: { id: PERSON_ID },
      answer: {
        person: PERSON,
        places: [
          { place: 'person', fate: 'renamed', rows: [{ login: 'ann.lee', name: 'Ann Lee' }] },
          { place: 'audit', fate: 'kept', rows: [{ action: 'proposal.submit', deeds: 3 }] },
        ],
      },
    },
    respond: async ({ path }, { exportPerson }) => {
      const found = await exportPerson(path.id as string);
      if (!found.ok) return found;
      const { person, places } = found.value;
      return answer({
        person: personJson(person),
        places: places.map((place) => ({ ...place, rows: [...place.rows] })),
      });
    },
  }),
  define({
    id: 'erasePerson',
    method: 'POST',
    path: '/api/v1/persons/{id}/erasure',
    summary:
      'Forget who a person was that has left; what they did stays under a pseudonym, and the chain whole',
    scope: 'access:write',
    parts: ID,
    body: z.strictObject({ reason: plainText(500).describe('stays in the trail; names nobody') }),
    answer: z.strictObject({
      person: personSchema,
      isChanged: z.boolean().describe('false: they were forgotten before'),
      entries: z.int().describe('audit entries that lost their content'),
    }),
    example: {
      path: { id: PERSON_ID },
      body: { reason: 'request of 12 November to be forgotten' },
      answer: { person: FORGOTTEN, isChanged: true, entries: 2 },
    },
    respond: async ({ path, body }, { erasePerson }) => {
      const erased = await erasePerson({ id: path.id as string, reason: body.reason });
      if (!erased.ok) return erased;
      return answer({ ...erased.value, person: personJson(erased.value.person) });
    },
  }),
];
