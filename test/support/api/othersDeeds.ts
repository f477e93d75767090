import type { Answered } from './apiServer.ts';
import type { AnyRoute } from './request.ts';
import type { World } from './world.ts';

/** An answer without what the administrator of this world has done, where deeds are listed: those also say which names of others were tried. */
export function othersDeeds(route: AnyRoute, answer: Answered, { admin }: World): Answered {
  if (route.id !== 'listAudit') return answer;
  const rows = answer.body.rows.filter(
    ({ actor }: { readonly actor: string }) => actor !== `person:${admin.id}`,
  );
  return { ...answer, body: { ...answer.body, rows } };
}
