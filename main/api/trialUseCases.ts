import type { TrialUseCases } from '../../adapters/http/routes/trialRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { AccountPorts } from '../../app/accounts/accountPorts.ts';
import type { Trial } from '../../app/ports/trial.ts';
import { beginOwnCompany } from '../../app/trial/beginOwnCompany.ts';
import { beginReset } from '../../app/trial/beginReset.ts';
import { enterSandbox } from '../../app/trial/enterSandbox.ts';
import { showTrial } from '../../app/trial/showTrial.ts';

/** What is about a server that was begun to try out; on every other one all of it is refused. */
export function trialUseCases(ports: AccountPorts, caller: Caller, trial: Trial | undefined): TrialUseCases {
  return {
    showTrial: () => showTrial(ports, trial),
    enterSandbox: (played, place) => enterSandbox(ports, trial, played, place),
    beginOwnCompany: (own, place) => beginOwnCompany(ports, trial, own, place),
    beginReset: () => beginReset(ports, trial, caller),
  };
}
