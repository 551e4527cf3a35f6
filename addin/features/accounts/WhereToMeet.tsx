/** Where the account could be met next: whether its office takes visitors, as somebody said, and ideas that fit. */
import { Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { AccountReply } from '../../../api/contract/accounts.ts';
import { visitorPolicies } from '../../../api/contract/vocabulary.ts';
import { useSentCommand } from '../../client/use-sent-command.ts';
import { localDayOf } from '../../ui/formats.ts';
import { useFormats, useText, useTimeZone } from '../../ui/text.tsx';
import { ideaReason } from './idea-words.ts';
import { usePeopleStyles } from './people-styles.ts';
import { Section } from './Section.tsx';
import { SentTrouble } from './SentTrouble.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

export function WhereToMeet({ reply }: { readonly reply: AccountReply }): JSX.Element {
  const styles = useStyles();
  const people = usePeopleStyles();
  const text = useText();
  const formats = useFormats();
  const saying = useSentCommand('set-visitor-policy');
  const { account, ideas, todayOn } = reply;
  const said = useSaid(reply);

  function say(value: string): void {
    const visitorPolicy = visitorPolicies.find((known) => known === value);
    if (!visitorPolicy) return;
    const about = text('ideas.about', { account: account.name });
    void saying.send({ params: { accountId: account.accountId }, request: { visitorPolicy } }, about);
  }

  return (
    <Section title={text('ideas.title')}>
      <div className={styles.content}>
        <ul className={people.list}>
          {ideas.map((idea) => (
            <li key={idea.place} className={people.words}>
              <Text weight="semibold">{text(`place.${idea.place}`)}</Text>
              <Text className={people.quiet}>{ideaReason(idea, todayOn, { text, formats })}</Text>
            </li>
          ))}
        </ul>
        <Field label={text('ideas.visitors')} hint={said}>
          <Select value={account.visitorPolicy} onChange={(_event, { value }) => say(value)}>
            {visitorPolicies.map((policy) => (
              <option key={policy} value={policy}>
                {text(`visitors.${policy}`)}
              </option>
            ))}
          </Select>
        </Field>
        <SentTrouble state={saying.state} />
      </div>
    </Section>
  );
}

/** Whose word it is. */
function useSaid({ account, todayOn }: AccountReply): string {
  const text = useText();
  const formats = useFormats();
  const timeZone = useTimeZone();
  const { visitorPolicy, visitorPolicySaid } = account;
  if (visitorPolicySaid) {
    const ago = formats.daysAgo({ on: localDayOf(visitorPolicySaid.at, timeZone), todayOn });
    return text('ideas.visitors.said', { name: visitorPolicySaid.by.name, ago });
  }
  return text(visitorPolicy === 'unknown' ? 'ideas.visitors.unsaid' : 'ideas.visitors.imported');
}
