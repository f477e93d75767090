import type { Answered } from './apiServer.ts';
import type { AnyRoute } from './request.ts';
import type { World } from './world.ts';

/** An answer without what the administrator of this world has done, where deeds are listed: those also say which names of others were tried. */
export function othersDeeds(route: AnyRoute, answer: Answered, { admin }: World): Answered {
  const own = `person:${admin.id}`;
  if (route.id === 'exportAudit' && typeof answer.body === 'string') {
    const lines = answer.body.split('\n').filter((line) => line !== '' && JSON.parse(line).actor !== own);
    return { ...answer, body: lines.join('\n') };
  }
  if (route.id !== 'listAudit') return answer;
  const rows = answer.body.rows.filter(({ actor }: { readonly actor: string }) => actor !== own);
  return { ...answer, body: { ...answer.body, rows } };
}
