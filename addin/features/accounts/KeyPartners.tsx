/** The people who decide: whether and when each was met in person, and the last note about them. */
import { makeStyles, mergeClasses, Text, tokens, Tooltip } from '@fluentui/react-components';
import { Checkmark16Filled } from '@fluentui/react-icons/svg/checkmark';
import { Circle16Regular } from '@fluentui/react-icons/svg/circle';
import { PersonAdd16Regular } from '@fluentui/react-icons/svg/person-add';
import type { JSX } from 'react';
import type { AccountReply, KeyPartner } from '../../../api/contract/accounts.ts';
import { useFormats, useText } from '../../ui/text.tsx';
import { keyPartnerStanding } from './account-sentences.ts';
import { usePeopleStyles } from './people-styles.ts';
import { Section } from './Section.tsx';

const icons = { met: Checkmark16Filled, not_met: Circle16Regular, outside: PersonAdd16Regular } as const;

const useStyles = makeStyles({
  met: { color: tokens.colorStatusSuccessForeground1 },
  icon: { display: 'inline-flex', flexShrink: 0, paddingTop: '2px', color: tokens.colorNeutralForeground2 },
  name: {
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px', borderRadius: tokens.borderRadiusSmall },
  },
});

export function KeyPartners({ reply: { todayOn, keyPartners } }: { readonly reply: AccountReply }): JSX.Element {
  const people = usePeopleStyles();
  const text = useText();
  // Ever, as in the team's table; how lately is said of each.
  const met = keyPartners.filter(({ lastNearOn }) => lastNearOn !== null).length;
  if (keyPartners.length === 0) {
    return (
      <Section title={text('account.keyPartners')}>
        <Text weight="semibold">{text('account.keyPartners.none')}</Text>
        <Text className={people.quiet}>{text('account.keyPartners.none.sentence')}</Text>
      </Section>
    );
  }
  return (
    <Section title={text('account.keyPartners')} aside={text('account.keyPartners.met', { met, total: keyPartners.length })}>
      <ul className={people.list}>
        {keyPartners.map((partner) => (
          <Partner key={partner.contactId} partner={partner} todayOn={todayOn} />
        ))}
      </ul>
    </Section>
  );
}

function Partner({ partner, todayOn }: { readonly partner: KeyPartner; readonly todayOn: string }): JSX.Element {
  const styles = useStyles();
  const people = usePeopleStyles();
  const text = useText();
  const formats = useFormats();
  const { name, mail, standing, lastEngagement } = partner;
  const Icon = icons[standing];
  return (
    <li className={people.person}>
      <span className={mergeClasses(styles.icon, standing === 'met' && styles.met)} aria-hidden="true">
        <Icon />
      </span>
      <div className={people.words}>
        <Tooltip content={mail} relationship="description">
          <span className={mergeClasses(people.name, styles.name)} tabIndex={0}>
            {name}
          </span>
        </Tooltip>
        <Text className={people.quiet}>{keyPartnerStanding(partner, todayOn, { text, formats })}</Text>
        {lastEngagement && (
          <Text className={people.quiet}>
            {text('account.keyPartner.note', {
              engagement: text(`engagement.${lastEngagement.engagement}`),
              ago: formats.daysAgo({ on: lastEngagement.on, todayOn }),
            })}
          </Text>
        )}
      </div>
    </li>
  );
}
