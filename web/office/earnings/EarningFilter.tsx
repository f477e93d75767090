import { useNavigate } from '@tanstack/react-router';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { SavedViews } from '../views/SavedViews.tsx';
import { viewFilterOf } from '../views/viewFilter.ts';
import styles from './Earnings.module.css';
import type { Selection } from './selection.ts';
import { earningsTexts } from './texts.ts';
import { useEarningChoices } from './useEarningChoices.ts';
import { whyTexts } from './whyTexts.ts';

type Narrowed = Pick<Selection, 'agreement' | 'partner' | 'incomplete'>;

/** Narrows the list to an agreement and a partner, each found by typing a part of its name or code. */
export function EarningFilter({ selection }: { readonly selection: Selection }) {
  const say = useSay(earningsTexts);
  const sayWhy = useSay(whyTexts);
  const navigate = useNavigate({ from: '/earnings' });
  const { agreements, partners } = useEarningChoices();
  const { agreement = '', partner = '', incomplete = false } = selection;
  const select = (wanted: Narrowed) => void navigate({ search: wanted });
  const missing = incomplete && ({ incomplete } as const);
  return (
    <search className={styles.filter} aria-label={say('filter')}>
      <ComboField
        label={say('agreement')}
        placeholder={say('allAgreements')}
        choices={agreements}
        value={agreement}
        onChange={(id) => select({ ...(id && { agreement: id }), ...(partner && { partner }), ...missing })}
      />
      <ComboField
        label={say('partner')}
        placeholder={say('allPartners')}
        choices={partners}
        value={partner}
        onChange={(id) => select({ ...(agreement && { agreement }), ...(id && { partner: id }), ...missing })}
      />
      <div className={styles.deeds}>
        <CheckField
          isSelected={incomplete}
          onChange={(is) =>
            select({
              ...(agreement && { agreement }),
              ...(partner && { partner }),
              ...(is && { incomplete: true as const }),
            })
          }
        >
          {say('onlyIncomplete')}
        </CheckField>
        {agreement !== '' && (
          <Button
            onPress={() => void navigate({ search: (old) => ({ ...old, who: true }), resetScroll: false })}
          >
            {sayWhy('whyNot')}
          </Button>
        )}
        <SavedViews
          list="earnings"
          filter={viewFilterOf({ agreement, partner }, ['agreement', 'partner'])}
          onChoose={select}
        />
        {(agreement !== '' || partner !== '' || incomplete) && (
          <Button kind="quiet" onPress={() => select({})}>
            {say('clear')}
          </Button>
        )}
      </div>
    </search>
  );
}
