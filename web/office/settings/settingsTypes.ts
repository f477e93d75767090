import type { paths } from '../../api/openApi.ts';

/** What the API answers about people, programs and keys. */
export type Person = paths['/api/v1/persons/{id}']['get']['responses'][200]['content']['application/json'];
export type Key =
  paths['/api/v1/keys']['get']['responses'][200]['content']['application/json']['rows'][number];
export type Scope = Key['scopes'][number];
export type Rules = paths['/api/v1/approval-rules']['get']['responses'][200]['content']['application/json'];
