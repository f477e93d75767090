import type { CalendarStore } from '../../app/ports/calendarStore.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { Session } from './session.ts';

type CalendarRow = {
  readonly code: string;
  readonly version: number;
  readonly name_en: string;
  readonly name_zh: string;
  readonly definition: Json;
  readonly is_offered: boolean;
};

export function calendarStore({ tenant, query }: Session): CalendarStore {
  return {
    list: async () => {
      const rows = await query<CalendarRow>(
        `SELECT DISTINCT ON (code) code, version, name_en, name_zh, definition, is_offered FROM calendar
         WHERE tenant_id = $1 ORDER BY code, version DESC`,
        [tenant],
      );
      return rows.map(({ code, version, name_en: en, name_zh: zh, definition, is_offered: isOffered }) => ({
        ...{ code, version, isOffered },
        name: { en, 'zh-CN': zh },
        calendar: definition,
      }));
    },
    add: async ({ code, version, name, calendar, isOffered }, by, at) => {
      await query(
        `INSERT INTO calendar (tenant_id, code, version, name_en, name_zh, definition, is_offered, set_by, set_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [tenant, code, version, name.en, name['zh-CN'], JSON.stringify(calendar), isOffered, by, at],
      );
    },
  };
}
