import type { SettingChange } from '../ports/settlementStore.ts';

/** A change of how documents are numbered or how a company stands on them, for the API and the terminal alike. */
export function settingChangeJson(change: SettingChange) {
  const { id, company, author, at, decision } = change;
  return {
    ...{ id, company, about: change.about },
    series: change.about === 'series' ? change.series : null,
    party: change.about === 'party' ? change.party : null,
    ...{ author, proposedAt: at.toISOString() },
    state: decision?.is ?? ('proposed' as const),
    decidedBy: decision?.by ?? null,
    decidedAt: decision?.at.toISOString() ?? null,
    reason: decision?.reason || null,
  };
}
