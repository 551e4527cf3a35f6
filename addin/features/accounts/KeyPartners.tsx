/** The people who decide: whether and when each was met in person, the last note about them, and naming further ones. */
import { Button, makeStyles, mergeClasses, Text, tokens, Tooltip } from '@fluentui/react-components';
import { Checkmark16Filled } from '@fluentui/react-icons/svg/checkmark';
import { Circle16Regular } from '@fluentui/react-icons/svg/circle';
import { PersonAdd16Regular } from '@fluentui/react-icons/svg/person-add';
import type { JSX, ReactNode } from 'react';
import type { AccountReply, KeyPartner } from '../../../api/contract/accounts.ts';
import { useFormats, useText } from '../../ui/text.tsx';
import { keyPartnerStanding } from './account-sentences.ts';
import { Candidates } from './Candidates.tsx';
import { KeyPartnerActions } from './KeyPartnerActions.tsx';
import { usePeopleStyles } from './people-styles.ts';
import { Section } from './Section.tsx';
import { SentTrouble } from './SentTrouble.tsx';
import { useFocusAfterChange } from './use-focus-after-change.ts';
import { type Naming, useNaming } from './use-naming.ts';

const icons = { met: Checkmark16Filled, not_met: Circle16Regular, outside: PersonAdd16Regular } as const;

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, ':focus': { outlineStyle: 'none' } },
  met: { color: tokens.colorStatusSuccessForeground1 },
  icon: { display: 'inline-flex', flexShrink: 0, paddingTop: '2px', color: tokens.colorNeutralForeground2 },
  words: { flexGrow: 1 },
  name: {
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px', borderRadius: tokens.borderRadiusSmall },
  },
  candidates: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightRegular },
  undo: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `0 ${tokens.spacingHorizontalS}` },
});

export function KeyPartners({ reply }: { readonly reply: AccountReply }): JSX.Element {
  const styles = useStyles();
  const people = usePeopleStyles();
  const text = useText();
  const { account, todayOn, keyPartners, candidates } = reply;
  const naming = useNaming(account.accountId);
  const { place, expectChange } = useFocusAfterChange(reply);
  // Ever, as in the team's table; how lately is said of each.
  const met = keyPartners.filter(({ lastNearOn }) => lastNearOn !== null).length;
  const aside = keyPartners.length > 0 ? { aside: text('account.keyPartners.met', { met, total: keyPartners.length }) } : {};
  return (
    <Section title={text('account.keyPartners')} {...aside}>
      <div ref={place} tabIndex={-1} className={styles.content} onClickCapture={expectChange}>
        {keyPartners.length > 0 && (
          <ul className={people.list}>
            {keyPartners.map((partner) => (
              <Partner key={partner.contactId} partner={partner} todayOn={todayOn}>
                <KeyPartnerActions
                  partner={partner}
                  isBusy={naming.isBusy}
                  onRole={(role) => naming.name(partner, role)}
                  onRemove={() => naming.takeOff({ partner, because: 'removed' })}
                  onLeft={() => naming.takeOff({ partner, because: 'left' })}
                />
              </Partner>
            ))}
          </ul>
        )}
        <LastStep naming={naming} />
        {keyPartners.length === 0 && (
          <div className={people.words}>
            <Text weight="semibold">{text('account.keyPartners.none')}</Text>
            <Text className={people.quiet}>{text('account.keyPartners.none.sentence')}</Text>
            {candidates.length === 0 && <Text className={people.quiet}>{text('byHand.people.none')}</Text>}
          </div>
        )}
        {candidates.length > 0 && (
          <div className={styles.candidates}>
            {keyPartners.length > 0 && <h4 className={mergeClasses(styles.title, people.quiet)}>{text('keyPartners.candidates')}</h4>}
            <Candidates candidates={candidates} isBusy={naming.isBusy} onName={(contact) => naming.name(contact)} />
          </div>
        )}
      </div>
    </Section>
  );
}

/** Who was taken off a moment ago, with the way back; and what did not go through. */
function LastStep({ naming: { takenOff, trouble, isBusy, undo } }: { readonly naming: Naming }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  return (
    <>
      {takenOff && (
        <div className={styles.undo}>
          <Text role="status">
            {text(takenOff.because === 'left' ? 'keyPartners.hasLeft' : 'keyPartners.removed', { name: takenOff.partner.name })}
          </Text>
          <Button size="small" appearance="subtle" disabledFocusable={isBusy} onClick={undo}>
            {text('visit.undo')}
          </Button>
        </div>
      )}
      <SentTrouble state={trouble} />
    </>
  );
}

interface PartnerProps {
  readonly partner: KeyPartner;
  readonly todayOn: string;
  /** What can be said about them. */
  readonly children: ReactNode;
}

function Partner({ partner, todayOn, children }: PartnerProps): JSX.Element {
  const styles = useStyles();
  const people = usePeopleStyles();
  const text = useText();
  const formats = useFormats();
  const { name, mail, role, namedBy, standing, lastEngagement } = partner;
  const Icon = icons[standing];
  const whose = [...(role ? [text(`role.${role}`)] : []), ...(namedBy ? [text('keyPartners.namedBy', { name: namedBy.name })] : [])];
  return (
    <li className={people.person}>
      <span className={mergeClasses(styles.icon, standing === 'met' && styles.met)} aria-hidden="true">
        <Icon />
      </span>
      <div className={mergeClasses(people.words, styles.words)}>
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
        {whose.length > 0 && (
          <Text size={200} className={people.quiet}>
            {whose.join(' · ')}
          </Text>
        )}
      </div>
      {children}
    </li>
  );
}
