import { z } from 'zod';
import type { PersonChange } from '../../../app/access/changePerson.ts';
import { LOGIN, type NewPerson } from '../../../app/access/createPerson.ts';
import { SERVICE_CODE } from '../../../app/access/createService.ts';
import type { Page, Paged } from '../../../app/access/listAccess.ts';
import type { PersonDuties } from '../../../app/access/listDuties.ts';
import type { Person, Service } from '../../../app/ports/accessStore.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import {
  colleagueJson,
  colleagueSchema,
  personDutiesJson,
  personDutiesSchema,
  personJson,
  personSchema,
  serviceJson,
  serviceSchema,
} from '../accessJson.ts';
import { answerPage } from '../answerPage.ts';
import { answerBulk, BULK_STATUSES, bulkAnswer, bulkBody } from '../bulk.ts';
import { cursorParameter, pageOf } from '../cursor.ts';
import { codeField, plainText } from '../jsonBody.ts';
import { limitParameter } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { answer, route } from '../route.ts';

export type PersonUseCases = {
  readonly listPersons: (page: Page) => Promise<Paged<Person>>;
  readonly listColleagues: (page: Page) => Promise<Paged<Person>>;
  /** Refuses: person-not-found. */
  readonly getPerson: (id: string) => Promise<Result<Person>>;
  /** Refuses: login-taken. */
  readonly createPerson: (wanted: NewPerson) => Promise<Result<Person>>;
  /** Refuses: person-not-found, version-differs, person-side-fixed. */
  readonly changePerson: (change: PersonChange) => Promise<Result<Person>>;
  readonly listDuties: () => Promise<readonly PersonDuties[]>;
  readonly listServices: (page: Page) => Promise<Paged<Service>>;
  /** Refuses: service-code-taken. */
  readonly createService: (wanted: Omit<Service, 'id'>) => Promise<Result<Service>>;
};

const PERSON_ID = '0199b5a0-7c00-7000-8000-000000000001';
const PERSON = {
  id: PERSON_ID,
  login: 'ann.lee',
  name: 'Ann Lee',
  partners: null,
  isActive: true,
  version: 1,
};
const SERVICE = { id: '0199b5a0-7c00-7000-8000-000000000002', code: 'erp', name: 'Our ERP' };

const partners = z
  .array(codeField('partner'))
  .min(1)
  .max(1000)
  .nullable()
  .describe('null for our own people; else the partners whose rows this person sees');
const newPerson = z.strictObject({
  login: z.string().regex(LOGIN).describe('unique, and never given twice'),
  name: plainText(200),
  partners,
});

const PAGE = { limit: limitParameter, cursor: cursorParameter };
const ID = { id: idPart('person', 'person-not-found', 'the id of a person') };
const define = route<PersonUseCases>();

export const personRoutes = [
  define({
    id: 'listPersons',
    method: 'GET',
    path: '/api/v1/persons',
    summary: 'Persons who can hold keys, by login',
    scope: 'access:read',
    query: PAGE,
    answer: pageOf(personSchema),
    example: { answer: { rows: [PERSON], next: null } },
    respond: ({ query }, { listPersons }) =>
      answerPage(query, 'persons', listPersons, ({ login }) => login, personJson),
  }),
  define({
    id: 'listColleagues',
    method: 'GET',
    path: '/api/v1/colleagues',
    summary: 'Our own people by name: whose deeds they are, and who can be given work',
    scope: 'claims:read',
    query: PAGE,
    answer: pageOf(colleagueSchema),
    example: { answer: { rows: [{ id: PERSON_ID, name: 'Ann Lee', isActive: true }], next: null } },
    respond: ({ query }, { listColleagues }) =>
      answerPage(query, 'colleagues', listColleagues, ({ login }) => login, colleagueJson),
  }),
  define({
    id: 'createPerson',
    method: 'POST',
    path: '/api/v1/persons',
    summary: 'A person of ours, or one of partners',
    scope: 'access:write',
    status: 201,
    version: 'shown',
    body: newPerson,
    answer: personSchema,
    example: { body: { login: 'ann.lee', name: 'Ann Lee', partners: null }, answer: PERSON },
    respond: async ({ body }, { createPerson }) => personAnswer(await createPerson(wantedPerson(body))),
  }),
  define({
    id: 'createPersons',
    method: 'POST',
    path: '/api/v1/persons/bulk',
    summary: 'Many persons at once',
    scope: 'access:write',
    maxBytes: 1024 * 1024,
    body: bulkBody(newPerson),
    answer: bulkAnswer(personSchema),
    otherStatuses: BULK_STATUSES,
    example: {
      body: { items: [{ login: 'bo.chen', name: 'Bo Chen', partners: null }], allOrNothing: true },
      answer: {
        done: 1,
        refused: 0,
        items: [{ index: 0, status: 200, value: { ...PERSON, login: 'bo.chen', name: 'Bo Chen' } }],
      },
    },
    respond: ({ body, language }, { createPerson }) =>
      answerBulk(body, language, (item) => createPerson(wantedPerson(item)), personJson),
  }),
  define({
    id: 'getPerson',
    method: 'GET',
    path: '/api/v1/persons/{id}',
    summary: 'One person',
    scope: 'access:read',
    parts: ID,
    version: 'shown',
    answer: personSchema,
    example: { path: { id: PERSON_ID }, answer: PERSON },
    respond: async ({ path }, { getPerson }) => personAnswer(await getPerson(path.id as string)),
  }),
  define({
    id: 'changePerson',
    method: 'PUT',
    path: '/api/v1/persons/{id}',
    summary: 'Rename a person, change what partners they see, or let them leave',
    scope: 'access:write',
    parts: ID,
    version: 'needed',
    body: z.strictObject({ name: plainText(200), partners, isActive: z.boolean() }),
    answer: personSchema,
    example: {
      path: { id: PERSON_ID },
      body: { name: 'Ann Lee', partners: null, isActive: false },
      answer: { ...PERSON, isActive: false, version: 2 },
    },
    respond: async ({ path, body, seenVersion }, { changePerson }) => {
      const { partners: of, ...wanted } = body;
      const change = { ...wanted, ...(of && { partners: of }), id: path.id as string, seen: seenVersion };
      return personAnswer(await changePerson(change));
    },
  }),
  define({
    id: 'listDuties',
    method: 'GET',
    path: '/api/v1/duties',
    summary:
      'Who could be two of author, approver, payer and others: duties of each person and their conflicts',
    scope: 'access:read',
    answer: z.strictObject({ rows: z.array(personDutiesSchema) }),
    example: {
      answer: {
        rows: [
          {
            person: PERSON_ID,
            login: 'ann.lee',
            duties: ['author', 'approver'],
            conflicts: [['author', 'approver']],
          },
        ],
      },
    },
    respond: async (_asked, { listDuties }) => answer({ rows: (await listDuties()).map(personDutiesJson) }),
  }),
  define({
    id: 'listServices',
    method: 'GET',
    path: '/api/v1/services',
    summary: 'Programs of ours that hold keys, by code',
    scope: 'access:read',
    query: PAGE,
    answer: pageOf(serviceSchema),
    example: { answer: { rows: [SERVICE], next: null } },
    respond: ({ query }, { listServices }) =>
      answerPage(query, 'services', listServices, ({ code }) => code, serviceJson),
  }),
  define({
    id: 'createService',
    method: 'POST',
    path: '/api/v1/services',
    summary: 'A program of ours; it never approves',
    scope: 'access:write',
    status: 201,
    body: z.strictObject({ code: z.string().regex(SERVICE_CODE), name: plainText(200) }),
    answer: serviceSchema,
    example: { body: { code: 'erp', name: 'Our ERP' }, answer: SERVICE },
    respond: async ({ body }, { createService }) => {
      const made = await createService(body);
      return made.ok ? answer(serviceJson(made.value)) : made;
    },
  }),
];

function wantedPerson({ partners: of, ...wanted }: z.output<typeof newPerson>): NewPerson {
  return { ...wanted, ...(of && { partners: of }) };
}

function personAnswer(person: Result<Person>) {
  return person.ok ? answer(personJson(person.value), { version: String(person.value.version) }) : person;
}
