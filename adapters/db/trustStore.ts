import type { TrustStore } from '../../app/ports/trustStore.ts';
import type { Session } from './session.ts';
import { trustCases } from './trustCases.ts';
import { trustFindings } from './trustFindings.ts';
import { trustHolds } from './trustHolds.ts';
import { trustPast } from './trustPast.ts';

/** What detectors found, what is made of it, and who decided: everything is appended. */
export function trustStore(session: Session): TrustStore {
  return {
    ...trustFindings(session),
    ...trustCases(session),
    ...trustHolds(session),
    ...trustPast(session),
    ...settings(session),
  };
}

type Settings = 'policy' | 'setPolicy' | 'parameters' | 'setParameters' | 'addBackTest' | 'backTest';

function settings({ tenant, query }: Session): Pick<TrustStore, Settings> {
  return {
    policy: async () => {
      const [row] = await query<PolicyRow>(
        `SELECT version, policy, reason, set_by AS "setBy", set_at AS "setAt" FROM trust_policy
         WHERE tenant_id = $1 ORDER BY version DESC LIMIT 1`,
        [tenant],
      );
      return row;
    },
    setPolicy: async ({ version, policy, reason, setBy, setAt }) => {
      await query(
        `INSERT INTO trust_policy (tenant_id, version, policy, reason, set_by, set_at)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [tenant, version, JSON.stringify(policy), reason, setBy, setAt],
      );
    },
    parameters: () =>
      query<ParametersRow>(
        `SELECT DISTINCT ON (detector) detector, version, parameters, reason, set_by AS "setBy", set_at AS "setAt"
         FROM trust_parameter WHERE tenant_id = $1 ORDER BY detector, version DESC`,
        [tenant],
      ),
    setParameters: async ({ detector, version, parameters, reason, setBy, setAt }) => {
      await query(
        `INSERT INTO trust_parameter (tenant_id, detector, version, parameters, reason, set_by, set_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [tenant, detector, version, JSON.stringify(parameters), reason, setBy, setAt],
      );
    },
    addBackTest: async (id, parameters, { actor, at }) => {
      await query(
        `INSERT INTO trust_back_test (tenant_id, id, parameters, requested_by, requested_at)
         VALUES ($1, $2, $3, $4, $5)`,
        [tenant, id, JSON.stringify(parameters), actor, at],
      );
    },
    backTest: async (id) => {
      const [row] = await query<NonNullable<Awaited<ReturnType<TrustStore['backTest']>>>>(
        `SELECT parameters, requested_by AS "requestedBy" FROM trust_back_test WHERE tenant_id = $1 AND id = $2`,
        [tenant, id],
      );
      return row;
    },
  };
}

type PolicyRow = NonNullable<Awaited<ReturnType<TrustStore['policy']>>>;
type ParametersRow = Awaited<ReturnType<TrustStore['parameters']>>[number];
