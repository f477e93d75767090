import type { SavedView, ViewFilter, ViewList, ViewStore } from '../../app/ports/viewStore.ts';
import type { Session } from './session.ts';

const VIEW =
  'SELECT id, person_id, list, name, filter, is_default FROM saved_view WHERE tenant_id = $1 AND person_id = $2';

export function viewStore({ tenant, query, write }: Session): ViewStore {
  return {
    list: async (person, list) => {
      const rows = await query<ViewRow>(`${VIEW} AND list = $3 ORDER BY name, id`, [tenant, person, list]);
      return rows.map(toView);
    },
    lock: async (person, id) => {
      const [row] = await query<ViewRow>(`${VIEW} AND id = $3 FOR UPDATE`, [tenant, person, id]);
      return row && toView(row);
    },
    add: async ({ id, person, list, name, filter, isDefault }, at) => {
      await query(
        `INSERT INTO saved_view (tenant_id, id, person_id, list, name, filter, is_default, saved_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [tenant, id, person, list, name, JSON.stringify(filter), isDefault, at],
      );
    },
    change: async ({ id, person, name, filter, isDefault }, at) => {
      await query(
        `UPDATE saved_view SET name = $4, filter = $5, is_default = $6, saved_at = $7
         WHERE tenant_id = $1 AND person_id = $2 AND id = $3`,
        [tenant, person, id, name, JSON.stringify(filter), isDefault, at],
      );
    },
    clearDefault: async (person, list) => {
      await query(
        'UPDATE saved_view SET is_default = false WHERE tenant_id = $1 AND person_id = $2 AND list = $3 AND is_default',
        [tenant, person, list],
      );
    },
    remove: async (person, id) =>
      (await write('DELETE FROM saved_view WHERE tenant_id = $1 AND person_id = $2 AND id = $3', [
        tenant,
        person,
        id,
      ])) > 0,
  };
}

type ViewRow = {
  readonly id: string;
  readonly person_id: string;
  readonly list: ViewList;
  readonly name: string;
  readonly filter: ViewFilter;
  readonly is_default: boolean;
};

function toView({ id, person_id: person, list, name, filter, is_default: isDefault }: ViewRow): SavedView {
  return { id, person, list, name, filter, isDefault };
}
