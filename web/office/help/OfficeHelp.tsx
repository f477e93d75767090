import { useRouter } from '@tanstack/react-router';
import { HelpMenu } from '../../help/HelpMenu.tsx';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { useTrialPlace } from '../../trial/useTrial.ts';
import { showSteps } from '../firstSteps/shownSteps.ts';
import { useMe } from '../money/useMe.ts';
import { goTo } from '../tour/tourState.ts';
import { docPage } from './docPage.ts';
import { guideTexts } from './texts.ts';

/** Pages that the server has beside the office; each opens in a window of its own, so that no work is lost. */
const PAGES = [
  ['guides', '/help/docs/index.html'],
  ['first', '/help/docs/guides/first-rebate.html'],
  ['money', '/help/docs/guides/money-story.html'],
  ['words', '/help/GLOSSARY.html'],
  ['refusals', '/help/docs/reference/refusals.html'],
  ['api', '/api/v1/docs'],
] as const;

/** What helps on every page of the office, without a network. */
export function OfficeHelp() {
  const say = useSay(guideTexts);
  const { language } = useReader();
  const { history } = useRouter();
  const tenant = useMe()?.tenant.code;
  const place = useTrialPlace();
  const begin = {
    tour: () => goTo(0),
    steps: () => {
      if (tenant !== undefined) showSteps(tenant, true);
      history.push('/');
    },
  };
  const own = [
    ...(place === 'sandbox' ? (['tour'] as const) : []),
    ...(tenant === undefined ? [] : (['steps'] as const)),
  ];
  return (
    <HelpMenu
      entries={[...own, ...PAGES.map(([id]) => id)].map((id) => ({ id, name: say(id) }))}
      onChoose={(id) => {
        if (id === 'tour' || id === 'steps') return begin[id]();
        const [, address] = PAGES.find(([one]) => one === id) ?? [];
        if (address === undefined) return;
        open(id === 'api' ? address : docPage(address, language), '_blank', 'noopener');
      }}
    />
  );
}
