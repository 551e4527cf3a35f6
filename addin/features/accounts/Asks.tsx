/** Who was asked to meet in person, by whom, when, and with which answer; the caller's own are answered or taken back here. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type JSX, useState } from 'react';
import type { AccountReply } from '../../../api/contract/accounts.ts';
import type { Ask } from '../../../api/contract/asks.ts';
import { type AskAnswer, askAnswers } from '../../../api/contract/vocabulary.ts';
import { useSentCommand } from '../../client/use-sent-command.ts';
import { useFormats, useText, useTimeZone } from '../../ui/text.tsx';
import { usePeopleStyles } from './people-styles.ts';
import { Section } from './Section.tsx';
import { SentTrouble } from './SentTrouble.tsx';
import { useFocusAfterChange } from './use-focus-after-change.ts';

const shownAtFirst = 4;

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, ':focus': { outlineStyle: 'none' } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, marginTop: tokens.spacingVerticalXS },
  flush: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

export function Asks({ reply }: { readonly reply: AccountReply }): JSX.Element {
  const styles = useStyles();
  const people = usePeopleStyles();
  const text = useText();
  const [showsAll, setShowsAll] = useState(false);
  const { place, expectChange } = useFocusAfterChange(reply);
  const { asks, todayOn } = reply;
  const shown = showsAll ? asks : asks.slice(0, shownAtFirst);
  const hidden = asks.length - shown.length;
  return (
    <Section title={text('asks.title')} aside={text('asks.count', { count: asks.length })}>
      <div ref={place} tabIndex={-1} className={styles.content} onClickCapture={expectChange}>
        {asks.length === 0 && <Text className={people.quiet}>{text('asks.none')}</Text>}
        {asks.length > 0 && (
          <ul className={people.list}>
            {shown.map((ask) => (
              <OneAsk key={ask.askId} ask={ask} todayOn={todayOn} />
            ))}
          </ul>
        )}
        {hidden > 0 && (
          <div>
            <Button size="small" appearance="subtle" className={styles.flush} onClick={() => setShowsAll(true)}>
              {text('asks.more', { count: hidden })}
            </Button>
          </div>
        )}
        <Text size={200} className={people.quiet}>
          {text('asks.means')}
        </Text>
      </div>
    </Section>
  );
}

function OneAsk({ ask, todayOn }: { readonly ask: Ask; readonly todayOn: string }): JSX.Element {
  const styles = useStyles();
  const people = usePeopleStyles();
  const text = useText();
  const formats = useFormats();
  const timeZone = useTimeZone();
  const answering = useSentCommand('answer-ask');
  const undoing = useSentCommand('undo-ask');
  const { askId, contact, by, askedOn, answer, answeredOn, isMine, mayUndo } = ask;
  const about = text('asks.about', { name: contact.name });
  const isBusy = answering.isSending || undoing.isSending;

  function say(said: AskAnswer | null): void {
    undoing.forget();
    void answering.send({ params: { askId }, request: { answer: said, timeZone } }, about);
  }

  function undo(): void {
    answering.forget();
    void undoing.send({ params: { askId }, request: {} }, about);
  }

  return (
    <li className={people.words}>
      <Text weight="semibold">
        {isMine ? text('asks.mine', { name: contact.name }) : text('asks.line', { by: by.name, name: contact.name })},{' '}
        {formats.daysAgo({ on: askedOn, todayOn })}
      </Text>
      <Text className={people.quiet}>
        {answer && answeredOn
          ? text('asks.answered', { answer: text(`askAnswer.${answer}`), ago: formats.daysAgo({ on: answeredOn, todayOn }) })
          : text('asks.open')}
      </Text>
      {isMine && (
        <div className={styles.buttons} role="group" aria-label={text('asks.question', { name: contact.name })}>
          {answer === null ? (
            askAnswers.map((said) => (
              <Button key={said} size="small" disabledFocusable={isBusy} onClick={() => say(said)}>
                {text(`askAnswer.${said}`)}
              </Button>
            ))
          ) : (
            <Button size="small" appearance="subtle" className={styles.flush} disabledFocusable={isBusy} onClick={() => say(null)}>
              {text('asks.change')}
            </Button>
          )}
          {mayUndo && (
            <Button size="small" appearance="subtle" disabledFocusable={isBusy} onClick={undo}>
              {text('asks.undo')}
            </Button>
          )}
        </div>
      )}
      <SentTrouble state={answering.state} />
      <SentTrouble state={undoing.state} />
    </li>
  );
}
