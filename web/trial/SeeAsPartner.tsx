import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { trialTexts } from './texts.ts';
import { useBecome, useTrialPlace } from './useTrial.ts';

/** In the sandbox: the portal as somebody of this partner sees it. */
export function SeeAsPartner({ partner }: { readonly partner: string }) {
  const say = useSay(trialTexts);
  const become = useBecome();
  if (useTrialPlace() !== 'sandbox') return null;
  return (
    <Button kind="quiet" onPress={() => become.mutate({ body: { partner } })} isPending={become.isPending}>
      {say('asPartner')}
    </Button>
  );
}
