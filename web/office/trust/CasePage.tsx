import { useParams } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Details } from '../../ui/Details.tsx';
import { Figures, KeyCount, KeyFigure } from '../../ui/Figures.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { aboutName } from './aboutName.ts';
import { CaseDeeds } from './CaseDeeds.tsx';
import { CaseHistory } from './CaseHistory.tsx';
import { CaseState } from './CaseState.tsx';
import { FindingPart } from './FindingPart.tsx';
import { ObjectLink } from './ObjectLink.tsx';
import { trustTexts } from './texts.ts';
import type { ShownCase, TrustCase } from './trustTypes.ts';
import { trustWords } from './trustWords.ts';

/** One case: what was found, what shows it, who works at it, and what was decided. */
export function CasePage() {
  const say = useSay(trustTexts);
  const { case: id } = useParams({ from: '/trust/cases/$case' });
  const found = api.useQuery('get', '/api/v1/trust/cases/{id}', { params: { path: { id } } });
  const about = found.data && aboutName(found.data.case);
  return (
    <Page title={about === undefined ? say('case') : say('caseOf', { about })} lead={say('caseLead')}>
      <Loaded query={found}>{(shown) => <Body shown={shown} />}</Loaded>
    </Page>
  );
}

function Body({ shown }: { readonly shown: ShownCase }) {
  const say = useSay(trustTexts);
  return (
    <>
      {shown.case.isHeld && (
        <Notice title={say('heldTitle')} meaning="attention">
          <p>{say('heldText')}</p>
        </Notice>
      )}
      <CaseDetails one={shown.case} />
      <Section title={say('work')}>
        <CaseDeeds shown={shown} />
      </Section>
      <Section title={say('found')} lead={say('foundLead')}>
        {shown.findings.map((finding) => (
          <FindingPart key={finding.id} finding={finding} />
        ))}
      </Section>
      <Section title={say('history')}>
        <CaseHistory events={shown.events} currency={shown.case.currency} />
      </Section>
    </>
  );
}

function CaseDetails({ one }: { readonly one: TrustCase }) {
  const say = useSay(trustTexts);
  const sayWord = useSay(trustWords);
  const { count, instant, money } = useReader();
  const { object, objectId, currency, amount, decision, reason, prevented, recovered } = one;
  const shownMoney = (exact: string | null) =>
    exact === null || currency === null || decision === null ? undefined : money(exact, currency);
  return (
    <>
      <Figures>
        <KeyFigure title={say('risk')} note={say('riskMost')}>
          <KeyCount>{count(one.score)}</KeyCount>
        </KeyFigure>
        {amount !== null && currency !== null && (
          <KeyFigure title={say('amount')}>
            <Amount exact={amount} currency={currency} isLarge />
          </KeyFigure>
        )}
      </Figures>
      <Details
        entries={[
          [say('state'), <CaseState key="state" of={one} />],
          [
            sayWord(`object.${object}`),
            <ObjectLink key="object" object={object} id={objectId}>
              {aboutName(one)}
            </ObjectLink>,
          ],
          [
            say('partner'),
            one.partner === null ? undefined : <PartnerName key="partner" code={one.partner} />,
          ],
          [say('assigned'), one.assigneeName ?? say('nobody')],
          [say('opened'), instant(one.openedAt)],
          [
            say('decision'),
            decision === null || reason === null
              ? undefined
              : `${sayWord(`decision.${decision}`)} · ${sayWord(`reason.${reason}`)}`,
          ],
          [say('prevented'), shownMoney(prevented)],
          [say('recovered'), shownMoney(recovered)],
        ]}
      />
    </>
  );
}
