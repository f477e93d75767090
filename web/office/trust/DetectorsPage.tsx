import { useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useDecider } from '../money/useDecider.ts';
import { BackTestDeed, BackTestResult } from './BackTest.tsx';
import { DetectorTable } from './DetectorTable.tsx';
import { policyTexts } from './policyTexts.ts';
import { TrustFrame } from './TrustFrame.tsx';
import type { Detector } from './trustTypes.ts';

const GROUPS = ['fraud', 'leakage'] as const;

/** By what detectors go, what decisions say of them, and what other parameters would have found. */
export function DetectorsPage() {
  const say = useSay(policyTexts);
  const { test } = useSearch({ from: '/trust/detectors' });
  const found = api.useQuery('get', '/api/v1/trust/detectors');
  return (
    <TrustFrame lead={say('detectorsLead')}>
      <Loaded query={found}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Notice title={say('noneTitle')}>
              <p>{say('noneText')}</p>
            </Notice>
          ) : (
            <>
              <BackTestDeed detectors={rows} />
              {test !== undefined && <BackTestResult id={test} detectors={rows} />}
              <DetectorGroups rows={rows} />
            </>
          )
        }
      </Loaded>
    </TrustFrame>
  );
}

function DetectorGroups({ rows }: { readonly rows: readonly Detector[] }) {
  const say = useSay(policyTexts);
  const decider = useDecider({ scope: 'trust:decide', role: 'finance' });
  return (
    <>
      {decider.why !== undefined && <p>{decider.why}</p>}
      {GROUPS.map((group) => (
        <Section key={group} title={say(`group.${group}`)} lead={say('groups')}>
          <DetectorTable
            caption={say(`group.${group}`)}
            rows={rows.filter((one) => one.group === group)}
            mayTune={decider.may}
          />
        </Section>
      ))}
    </>
  );
}
