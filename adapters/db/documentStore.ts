import type { Actor } from '../../app/actor.ts';
import type { DocumentStore } from '../../app/ports/documentStore.ts';
import type { Session } from './session.ts';

type DocumentRow = {
  readonly id: string;
  readonly code: string;
  readonly number: number;
  readonly name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly actor_kind: Actor['kind'];
  readonly actor_id: string;
  readonly done_at: Date;
};

type ContentRow = Pick<DocumentRow, 'code' | 'name' | 'media_type' | 'sha256'> & { readonly content: Buffer };

export function documentStore(session: Session): DocumentStore {
  return {
    add: async ({ id, code, number, name, mediaType, sha256 }, content) => {
      await session.query(
        `INSERT INTO agreement_document (tenant_id, id, code, number, name, media_type, sha256, content)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [session.tenant, id, code, number, name, mediaType, sha256, content],
      );
    },
    of: async (code) => {
      const rows = await session.query<DocumentRow>(
        `SELECT x.id, x.code, x.number, x.name, x.media_type, octet_length(x.content) AS bytes, x.sha256,
           d.actor_kind, d.actor_id, d.done_at
         FROM agreement_document x
         JOIN agreement_deed d
           ON d.tenant_id = x.tenant_id AND d.code = x.code AND d.number = x.number
         WHERE x.tenant_id = $1 AND x.code = $2 ORDER BY x.number`,
        [session.tenant, code],
      );
      return rows.map(({ media_type: mediaType, actor_kind: kind, actor_id, done_at: at, ...row }) => ({
        ...row,
        mediaType,
        actor: { kind, id: actor_id },
        at,
      }));
    },
    content: async (id) => {
      const [row] = await session.query<ContentRow>(
        `SELECT code, name, media_type, sha256, content FROM agreement_document
         WHERE tenant_id = $1 AND id = $2`,
        [session.tenant, id],
      );
      if (row === undefined) return undefined;
      const { media_type: mediaType, ...document } = row;
      return { ...document, mediaType };
    },
  };
}
